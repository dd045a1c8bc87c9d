"""Parses lists in rich text: the level, words in bold, text and first link of each item."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from reports.core.text.rich_text import plain

LIST = re.compile(r"<(?:ul|ol)\b.*</(?:ul|ol)>", re.DOTALL)
LISTS = ("ul", "ol")
BOLD = ("b", "strong")
NOTE = "bilan-note"


@dataclass
class ListLine:
    """One item of a list, without the items below it."""

    level: int
    lead: str = ""
    text: str = ""
    url: str = ""


@dataclass(frozen=True)
class RichTextParts:
    """Rich text in three parts: the HTML before its lists, the lists, and the HTML after them."""

    before: str
    lists: str
    after: str


def cut_list(html: str) -> RichTextParts | None:
    """Return the parts of rich text in which only lists stand between the first and the last."""
    found = LIST.search(html)
    if found is None:
        return None
    parts = RichTextParts(html[: found.start()], found[0], html[found.end() :])
    is_alone = not ListParser.read(found[0]).is_mixed
    return parts if is_alone else None


def read_list(html: str) -> list[ListLine]:
    """Return the lines of the lists of rich text."""
    parts = cut_list(html)
    return ListParser.read(parts.lists).lines if parts else []


def is_ordered(html: str) -> bool:
    """Return whether the first list of rich text is numbered."""
    parts = cut_list(html)
    return parts is not None and parts.lists.startswith("<ol")


def has_words(html: str) -> bool:
    return bool(plain(html).strip())


@dataclass
class ListParser(HTMLParser):
    """Parses the items of lists. `is_mixed` is set if there are words between two lists."""

    lines: list[ListLine] = field(default_factory=list)
    is_mixed: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[ListLine] = []
        self.depth = 0
        self.bold = 0
        self.notes = 0

    @classmethod
    def read(cls, html: str) -> "ListParser":
        parser = cls()
        parser.feed(html)
        parser.close()
        for line in parser.lines:
            line.lead, line.text = (" ".join(each.split()) for each in (line.lead, line.text))
        return parser

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self.depth += 1
        elif tag == "li":
            self.open.append(ListLine(self.depth))
            self.lines.append(self.open[-1])
        elif tag in BOLD:
            self.bold += 1
        elif tag == NOTE:
            self.notes += 1
        elif tag == "br" and self.open:
            self.handle_data(" ")
        elif tag == "a" and self.open and not self.open[-1].url:
            self.open[-1].url = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS:
            self.depth -= 1
        elif tag == "li" and self.open:
            self.open.pop()
        elif tag in BOLD:
            self.bold -= 1
        elif tag == NOTE:
            self.notes -= 1

    def handle_data(self, data: str) -> None:
        if self.notes:
            return
        if not self.open:
            self.is_mixed = self.is_mixed or bool(data.strip())
            return
        line = self.open[-1]
        if self.bold and not line.text.strip():
            line.lead += data
        else:
            line.text += data
