"""Finds HTML footnotes, independently of the importer: marks and notes that link to each other."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from reports.core.text.html_elements import VOID
from reports.core.text.notes import make_note_id
from reports.exchange.importing.elements import NOTE
from reports.exchange.importing.visible.tags import Tag, Token

LABEL = re.compile(r"[\[(]?\s*(?:[\w*†‡§¶]{1,4})\s*[\])]?")
PUNCTUATION = "[]() \t\n\u00a0"
HOLDERS = {"li", "p", "dd", "aside", "div", "section", "td"}
NAMED_NOTE = re.compile(r"_?(?:sd)?(?:ftn|fn|footnote|endnote|note|edn)[\w:.-]*\d", re.IGNORECASE)
UNFIT = {"h1", "h2", "h3", "h4", "h5", "h6", "table"}

Span = tuple[int, int]  # the places of the tags that begin and end an element


def take_linked_notes(
    tokens: list[Token], taken: Mapping[str, Any]
) -> tuple[list[Token], dict[str, list[Token]]]:
    """Return the tokens with marks in place of links to HTML footnotes, and these notes."""
    page = LinkedPage(tokens)
    used = set(taken)
    notes: dict[str, list[Token]] = {}
    left: dict[int, Token | None] = {}  # what stands in the place of a token; None for nothing
    for (start, end), (marks, backs) in page.find_notes().items():
        id = make_note_id(page.text(*marks[0]).strip(PUNCTUATION), used)
        used.add(id)
        for first, last in marks:
            left |= dict.fromkeys(range(first, last + 1))
            left[first] = Tag(NOTE, False, {"id": id})
        gone = {place for first, last in backs for place in range(first, last + 1)}
        notes[id] = [tokens[n] for n in range(start, end + 1) if n not in gone]
        left |= dict.fromkeys(range(start, end + 1))
        left[start] = " "
    body = [left.get(place, token) for place, token in enumerate(tokens)]
    return [token for token in body if token is not None], notes


class LinkedPage:
    """Indexes the elements and links of a page by the positions of their tags among the tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.ends: dict[int, int] = {}
        self.parents: dict[int, int | None] = {}
        self.lasts: dict[int, int] = {}  # where an element ends, by its own end tag or another
        self.targets: dict[str, int] = {}
        self.links: list[int] = []
        self.links_to: defaultdict[str, list[int]] = defaultdict(list)  # by their address
        self.read()

    def read(self) -> None:
        stack: list[int] = []
        open_names: Counter[str] = Counter()
        for place, token in enumerate(self.tokens):
            if isinstance(token, str) or token.name in VOID:
                continue
            if not token.is_end:
                self.parents[place] = stack[-1] if stack else None
                stack.append(place)
                open_names[token.name] += 1
                for name in ("id", "name"):
                    self.targets.setdefault(token.attributes.get(name, ""), place)
                href = token.attributes.get("href", "")
                if token.name == "a" and href.startswith("#"):
                    self.links.append(place)
                    self.links_to[href].append(place)
            elif open_names[token.name]:
                self.ends[self.leave(stack, open_names, token.name, place)] = place

    def leave(self, stack: list[int], open_names: Counter[str], name: str, place: int) -> int:
        """Pop the innermost open element of a name, and all in it, from the stack; return it."""
        while True:
            opener = stack.pop()
            self.lasts[opener] = place
            open_names[self.name(opener)] -= 1
            if self.name(opener) == name:
                return opener

    def name(self, place: int) -> str:
        return self.tokens[place].name  # type: ignore[union-attr]

    def attribute(self, place: int, name: str) -> str:
        return self.tokens[place].attributes.get(name, "")  # type: ignore[union-attr]

    def span(self, place: int) -> Span:
        return place, self.ends.get(place, place)

    def text(self, start: int, end: int) -> str:
        return "".join(t for t in self.tokens[start:end] if isinstance(t, str)).strip()

    def holds(self, outer: int, inner: int) -> bool:
        return outer <= inner < self.last(outer)

    def last(self, place: int) -> int:
        return self.lasts.get(place, len(self.tokens))

    def find_notes(self) -> dict[Span, tuple[list[Span], list[Span]]]:
        """Return, by the element of each note, the links that call it and the links back."""
        found: dict[Span, tuple[list[Span], list[Span]]] = {}
        for back in self.links:
            mark = self.link_in(self.targets.get(self.attribute(back, "href")[1:]))
            if mark is None or mark >= back or not LABEL.fullmatch(self.text(*self.span(mark))):
                continue
            target = self.targets.get(self.attribute(mark, "href")[1:])
            if target is None or not self.holds(target, back):
                continue
            holder = self.find_holder(back, target)
            if holder is None or holder not in self.ends or self.holds(holder, mark):
                continue
            if self.span(holder) in found:
                found[self.span(holder)][1].append(self.span(back))
                continue
            inside = self.tokens[holder : self.ends[holder]]
            if any(isinstance(t, Tag) and t.name in UNFIT for t in inside):
                continue
            href = self.attribute(mark, "href")
            marks = [
                self.span(link)
                for link in self.links_to[href]
                if link < holder and LABEL.fullmatch(self.text(*self.span(link)))
            ]
            found[self.span(holder)] = marks, [self.span(back)]
        return found

    def link_in(self, target: int | None) -> int | None:
        """Return the element itself if it is a link, or the only link in it."""
        if target is None or self.name(target) == "a":
            return target
        first = bisect_left(self.links, target)
        if bisect_left(self.links, self.last(target)) - first != 1:
            return None
        link = self.links[first]
        return link if self.text(*self.span(link)) == self.text(*self.span(target)) else None

    def find_holder(self, back: int, target: int) -> int | None:
        """Return the element of a note: the one with its id, or the nearest around the link."""
        if self.name(target) in HOLDERS:
            return target
        holder = self.parents[back]
        while holder is not None and self.name(holder) not in HOLDERS:
            holder = self.parents[holder]
        outer = None if holder is None else self.parents[holder]
        if outer is None or self.name(outer) not in HOLDERS:
            return holder
        return outer if NAMED_NOTE.match(self.attribute(outer, "id")) else holder
