"""Splits rich text into lines of words, each character with its position in the HTML.

Fixes and replacements find words in these lines and write their edits into the HTML.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape

from reports.core.text import citations, notes
from reports.core.text.edits import Edit

PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[\w-]++)(?P<attributes>[^<>]*+)>|(?P<words>[^<]++|<)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
LANG = re.compile(r"\blang=\"([\w-]*)\"")
INLINE = {
    *("a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "sup", "u", citations.ELEMENT),
}
HELD_TOGETHER = {"a", citations.ELEMENT}
VERBATIM = {"code", "pre", "kbd", "samp"}
SKIPPED = "\ufffc"  # stands for each character that is no French
NOT_HELD = -1


@dataclass
class HtmlLine:
    """A line of rich text, character by character.

    `places` has the start and end of each character in the HTML, `holders` the place of the link or
    the citation that it stands in. In `native_characters`, code and words of other languages are
    replaced by placeholders.
    """

    characters: list[str] = field(default_factory=list)
    native_characters: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)
    is_note: bool = False

    @cached_property
    def text(self) -> str:
        return "".join(self.characters)

    @cached_property
    def native(self) -> str:
        return "".join(self.native_characters)

    def add(self, words: str, start: int, holder: int, is_skipped: bool) -> None:
        """Add words that begin at a place of the HTML: an entity is one character."""
        for sign, place, end in iterate_characters(words):
            self.characters.append(sign)
            self.native_characters.append(SKIPPED if is_skipped else sign)
            self.places.append((start + place, start + end))
            self.holders.append(holder)

    def splits_holder(self, edit: Edit) -> bool:
        """Say whether an edit would take words of a link or a citation out of it, or leave it
        without any.
        """
        holders = set(self.holders[edit.start : edit.end])
        if len(holders) != 1:
            return len(holders) > 1
        [holder] = holders
        is_all = holder != NOT_HELD and self.holders.count(holder) == edit.end - edit.start
        return is_all and not edit.text.strip()

    def is_free(self, start: int, end: int) -> bool:
        """Say whether a range of characters is in no link, citation or note, and has no tags."""
        html = self.places[start][0], self.places[end - 1][1]
        has_tags = html[1] - html[0] != sum(last - first for first, last in self.places[start:end])
        return not self.is_note and not has_tags and {*self.holders[start:end]} == {NOT_HELD}

    def find_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters of a range of the HTML begin and end; None without any."""
        inside = [rank for rank, place in enumerate(self.places) if start <= place[0] < end]
        return (inside[0], inside[-1] + 1) if inside else None

    def to_html(self, edit: Edit) -> list[Edit]:
        """Return an edit of the words as edits of the HTML, in which every tag stays."""
        start, end, text = edit
        written = escape(text, quote=False)
        if start == end:
            place = self.insertion_place(start)
            return [Edit(place, place, written)]
        first, *rest = self.places[start:end]
        return [Edit(*first, written), *(Edit(*place, "") for place in rest)]

    def insertion_place(self, point: int) -> int:
        """Return where in the HTML a text goes: outside of a link where it stands at its edge."""
        if point == len(self.places) or (point and self.holders[point - 1] == NOT_HELD):
            return self.places[point - 1][1]
        return self.places[point][0]


def iterate_characters(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield the characters of HTML between tags, each with where it begins and ends."""
    done = 0
    for entity in ENTITY.finditer(words):
        sign = unescape(entity[0])
        if len(sign) == 1:
            yield from ((words[n], n, n + 1) for n in range(done, entity.start()))
            yield sign, entity.start(), entity.end()
            done = entity.end()
    yield from ((words[n], n, n + 1) for n in range(done, len(words)))


def iterate_html_lines(html: str) -> Iterator[HtmlLine]:
    """Yield the lines of rich text; a note is one of its own, around which the words go on."""
    line = HtmlLine()
    around: list[HtmlLine] = []  # what a note interrupts
    skipped: list[str] = []  # open tags whose words are no French, and all tags in them
    holder = NOT_HELD
    for piece in PIECE.finditer(html):
        if words := piece["words"]:
            line.add(words, piece.start(), holder, bool(skipped))
            continue
        tag = piece["tag"].lower()
        if tag in HELD_TOGETHER:
            holder = NOT_HELD if piece["end"] else piece.start()
        if tag == notes.ELEMENT and not piece["end"]:
            around.append(line)
            line = HtmlLine(is_note=True)
        elif tag not in INLINE:
            yield line
            line = around.pop() if tag == notes.ELEMENT and around else HtmlLine()
        if piece["end"]:
            if tag in skipped:
                del skipped[len(skipped) - 1 - skipped[::-1].index(tag) :]
        elif tag != "br" and (skipped or is_skipped(tag, piece["attributes"])):
            skipped.append(tag)
    yield line


def is_skipped(tag: str, attributes: str) -> bool:
    """Say whether what stands in a tag is code or in another language."""
    language = LANG.search(attributes)
    return tag in VERBATIM or (language is not None and not language[1].lower().startswith("fr"))


def sort_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits of several lines in the order of the HTML: a note stands within another line."""
    return sorted(edits, key=lambda edit: edit[:2])
