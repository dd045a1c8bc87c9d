"""Repairs raw HTML with missing end tags, so that an unclosed element does not swallow words.

Where the author's intention is certain, the missing end tag is written, with a notice. Where it is
not, the damage is reported with its line, and the import refuses the file.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.exchange.importing.elements import DANGEROUS, HEADINGS, LINES, OPTIONAL_END, is_label
from reports.exchange.importing.events import COMMENT, INDENTED, LINK, Event
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.layout import Layout
from reports.exchange.importing.matching import implied_end, match_elements

# What holds no heading of the Markdown around it, whatever its end tag says.
HEADLESS = LINES | {"ul", "ol", "table", "figure", "blockquote", "button", "a", "span"}

WORDLESS = {"ul", "ol", "table", "thead", "tbody", "tfoot", "tr"}  # words stand in their parts
REMAINS = {
    COMMENT: "commentaire <!-- jamais fermé",
    LINK: "lien ou image dont la parenthèse ou le guillemet final manque",
}


@dataclass
class Repair:
    """Goes through the events of a file once, and writes missing end tags into them."""

    events: Sequence[Event]
    layout: Layout
    notices: list[Notice] = field(default_factory=list)
    damage: list[Notice] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=lambda: [0])

    def run(self) -> None:
        self.matching = match_elements(self.events)
        self.late = set(self.matching.late.values())
        self.split_at_headings()
        closers = {end: opener for opener, end in self.matching.ends.items()}
        for number, event in enumerate(self.events):
            self.end_unclosed(event)
            self.report(event)
            if event.kind == "enter":
                self.floors.append(len(self.stack))
            elif event.kind == "leave":
                self.close(self.floors.pop(), event, "block")
            elif event.kind == "open":
                place = implied_end(self.events, self.stack, event, self.floors[-1])
                if place is not None:
                    self.close(place, event, "implied")
                self.stack.append(number)
            elif event.kind == "close":
                self.end(number, event, closers.get(number))
        self.close(0, self.events[-1], "file")

    def split_at_headings(self) -> None:
        """Separate the tags of an element for one line or list if headings are between them."""
        headings = [
            number
            for number, event in enumerate(self.events)
            if event.kind == "enter" and event.name in HEADINGS
        ]
        for opener, end in list(self.matching.ends.items()):
            event = self.events[opener]
            headless = event.name in HEADLESS or "fr-transcription" in event.classes
            if headless and bisect(headings, opener) != bisect(headings, end):
                del self.matching.ends[opener]

    def report(self, event: Event) -> None:
        """Report what is not a tag, and words outside any element."""
        if event.kind == "broken":
            message = REMAINS.get(event.name, "balise abîmée (un <, un > ou un guillemet manque)")
            self.damage.append(Notice(event.line, message))
        elif event.kind == "text" and event.text.strip() and self.stack:
            name = self.events[self.stack[-1]].name
            if name in WORDLESS:
                message = f"texte hors de tout élément, droit dans <{name}>"
                self.damage.append(Notice(event.line, message))
        elif event.kind == "leaf" and event.name == INDENTED:
            message = "HTML en retrait de quatre espaces, lu comme du code"
            self.damage.append(Notice(event.line, message))
        elif event.kind == "typed" and event.text.startswith("&lt;"):
            words = event.text.removeprefix("&lt;").removesuffix(">")
            message = f"« <{words}> » n’est pas une balise HTML : gardé comme du texte."
            self.notices.append(Notice(event.line, message))

    def end_unclosed(self, event: Event) -> None:
        """Close the outermost element without an end tag that must end before this event."""
        for place in range(self.floors[-1], len(self.stack)):
            opener = self.stack[place]
            if opener not in self.matching.ends and self.stops(self.events[opener], event):
                self.close(place, event, "next")
                return

    def stops(self, opener: Event, event: Event) -> bool:
        """Return whether an element that is never closed ends before `event`."""
        in_markdown = event.kind in ("enter", "leaf")
        block = in_markdown or (event.kind in ("open", "void") and not event.is_phrasing)
        if opener.name in WORDLESS and event.kind == "text":
            return bool(event.text.strip()) and self.events[self.stack[-1]] is opener
        if opener.name in DANGEROUS:
            return event.kind != "text" or bool(event.text.strip())
        if opener.is_control:
            same = event.is_mark(opener.name, "a")
            return (
                block or event.kind == "end" or same or (event.kind == "open" and event.is_control)
            )
        if opener.is_phrasing or opener.name in LINES:
            return block or event.kind == "end" or (opener.name == "a" and event.is_mark("a"))
        if not (in_markdown or event.kind in ("open", "void")) or event.line <= opener.line:
            return False
        if event.indent is None or event.indent > (opener.indent or 0):
            return False
        return event.is_after_blank or self.layout.is_inside(opener.line, event.line)

    def end(self, number: int, event: Event, opener: int | None) -> None:
        """Handle an end tag: it closes its element and all elements in it, or is dropped."""
        if opener in self.stack:
            place = self.stack.index(opener)
            self.close(place + 1, event, "outer")
            self.stack.pop()
            return
        event.text = ""
        if number in self.matching.late or event.name == "p":
            return
        message = f"balise </{event.name}> sans balise ouvrante"
        self.damage.append(Notice(event.line, message))

    def close(self, place: int, event: Event, cause: str) -> None:
        """Write the end tags of the elements in the stack from `place` on, before `event`."""
        for opener in reversed(self.stack[place:]):
            self.report_closing(opener, event, cause)
            event.before.append(f"</{self.events[opener].name}>")
        del self.stack[place:]

    def report_closing(self, opener: int, event: Event, cause: str) -> None:
        """Record that an element was closed here, as a repair or as damage."""
        element = self.events[opener]
        if element.name in OPTIONAL_END and opener not in self.matching.ends:
            return
        if opener in self.late and self.is_certain(opener, event, cause):
            message = f"balise <{element.name}> fermée trop tard."
            self.notices.append(Notice(element.line, message))
        elif self.is_certain(opener, event, cause):
            self.notices.append(Notice(element.line, f"balise <{element.name}> jamais fermée."))
        else:
            if element.is_control:  # its words may be more than a label: they stay
                element.text = f"<{element.name}>"
            until = f" (avant la ligne {event.line})" if event.line > element.line else ""
            message = f"balise <{element.name}> jamais fermée{until}"
            self.damage.append(Notice(element.line, message))

    def is_certain(self, opener: int, event: Event, cause: str) -> bool:
        """Return whether an element without an end tag surely ended where it was closed."""
        element = self.events[opener]
        if opener in self.matching.ends or element.name in ("sup", "sub", "script", "style"):
            return False
        if element.is_control:
            return is_label(self.text_since(opener, event))
        if element.name in LINES and element.name not in OPTIONAL_END:
            lines = self.text_since(opener, event).split("\n")
            return len(list(filter(str.strip, lines))) <= 1
        if cause == "next" and event.kind in ("open", "void") and not element.is_phrasing:
            if element.name in DANGEROUS:
                return True
            return self.layout.is_inside(element.line, event.line)
        return True

    def text_since(self, opener: int, event: Event) -> str:
        """Return the plain text between an opening tag and an event."""
        texts = []
        for number in range(opener + 1, len(self.events)):
            if self.events[number] is event:
                break
            if self.events[number].kind == "text":
                texts.append(self.events[number].text)
        return "".join(texts)
