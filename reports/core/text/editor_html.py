"""Repairs stored rich text so that the parser of Wagtail's editor accepts it.

That parser rejects HTML that its own editor would not write: `<br>` without its slash, a tag that
is not closed, an item outside of a list. An import, a paste or an earlier release may have stored
such HTML. After the repair every element is closed, and none overlaps another.
"""

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

CACHE_SIZE = 2_048  # texts, as in `rich_text`
LISTS = {"ul", "ol"}
VOID = {"br", "embed", "hr", "img", "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
OWN_BLOCKS = {"p", "li", "blockquote", *HEADINGS}  # the editor may know them
OTHER_BLOCKS = {"address", "caption", "dd", "dt", "figcaption", "pre", "summary", "td", "th"}
CONTAINERS = {
    *("article", "aside", "details", "div", "dl", "figure", "footer", "header", "main", "nav"),
    *("section", "table", "tbody", "tfoot", "thead", "tr", "colgroup", "col"),
}
ROW = re.compile(r"[0-9]{1,18}")
Attributes = list[tuple[str, str | None]]


class Inline(NamedTuple):
    """An inline element: its name, its start tag, and the number of open blocks where it began."""

    name: str
    tag: str
    depth: int


@lru_cache(CACHE_SIZE)
def mend_for_editor(html: str) -> str:
    """Return rich text with the same words, whose tags the editor's parser takes."""
    mender = Mender()
    mender.feed(html)
    mender.close()
    mender.close_down_to(0)
    return "".join(mender.pieces)


class Mender(HTMLParser):
    """Writes the HTML that it reads with correct nesting.

    Blocks contain only words; lists contain items, and items may contain lists.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.blocks: list[str] = []  # open lists and items, and at most one other block, innermost
        self.wanted: list[Inline] = []  # inline elements around what comes
        self.opened = 0  # how many of them are written as open: they are when words come
        self.has_words = False  # in the innermost block
        self.breaks_line = False  # before the next words of an item

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in VOID:
            self.add_void(tag, attrs)
        elif tag in LISTS:
            self.close_line()
            self.open_block(tag, attrs)
        elif tag == "li":
            self.close_item()
            if not self.blocks:
                self.open_block("ul", [])
            self.open_block(tag, attrs)
        elif tag in OWN_BLOCKS or tag in OTHER_BLOCKS:
            self.close_line()
            if self.blocks and self.blocks[-1] in LISTS:
                self.open_block("li", [])
            elif not self.blocks:
                self.open_block(tag if tag in OWN_BLOCKS else "p", attrs)
        elif tag in CONTAINERS:
            self.close_line()
        else:
            if tag == "a":
                self.close_inline(tag)
            written = write_tag(tag, keep_readable(tag, attrs))
            self.wanted.append(Inline(tag, written, len(self.blocks)))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":  # as browsers read it
            self.add_void(tag, [])
        elif tag in VOID:
            return
        elif tag in LISTS or tag == "li":
            self.close_block(tag)
        elif tag in OWN_BLOCKS or tag in OTHER_BLOCKS or tag in CONTAINERS:
            self.close_line()
        else:
            self.close_inline(tag)

    def handle_data(self, data: str) -> None:
        if data.strip(" \t\r\n\f"):
            self.begin_words()
            self.has_words = True
        elif not self.has_words or self.breaks_line:
            return
        self.open_inline()
        self.pieces.append(escape(data, quote=False))

    def add_void(self, tag: str, attrs: Attributes) -> None:
        if tag in ("br", "wbr"):
            if not self.blocks or self.blocks[-1] in LISTS:
                return
            self.open_inline()
            self.breaks_line = self.breaks_line and tag != "br"
        else:
            self.close_line()
        self.pieces.append(write_tag(tag, attrs, " /" if attrs else "/"))

    def begin_words(self) -> None:
        """Open a paragraph for words that stand in none, and begin a line where one has ended."""
        if not self.blocks:
            self.open_block("p", [])
        elif self.blocks[-1] in LISTS:
            self.open_block("li", [])
        elif self.breaks_line:
            self.pieces.append("<br/>")
        self.breaks_line = False

    def open_inline(self) -> None:
        self.pieces += (inline.tag for inline in self.wanted[self.opened :])
        self.opened = len(self.wanted)

    def close_inline(self, tag: str) -> None:
        """Close the innermost inline element of a name; those within it go on with the words."""
        places = [place for place, inline in enumerate(self.wanted) if inline.name == tag]
        if places:
            self.suspend_inline(places[-1])
            del self.wanted[places[-1]]

    def suspend_inline(self, left: int = 0) -> None:
        """Write the end of the open inline elements but for the outermost ones."""
        while self.opened > left:
            self.opened -= 1
            self.pieces.append(f"</{self.wanted[self.opened].name}>")

    def is_in_item(self) -> bool:
        return bool(self.blocks) and self.blocks[-1] == "li"

    def open_block(self, tag: str, attrs: Attributes) -> None:
        self.suspend_inline()
        self.blocks.append(tag)
        self.pieces.append(write_tag(tag, attrs))
        self.has_words = self.breaks_line = False

    def close_line(self) -> None:
        """End the block of words that is open; in an item, its line."""
        self.suspend_inline()
        if self.is_in_item():
            self.breaks_line = self.has_words
        elif self.blocks and self.blocks[-1] not in LISTS:
            self.close_down_to(len(self.blocks) - 1)

    def close_item(self) -> None:
        """End the item that is open in the innermost list, and a block outside of lists."""
        self.close_line()
        if self.is_in_item():
            self.close_down_to(len(self.blocks) - 1)

    def close_block(self, tag: str) -> None:
        """End the innermost list, or the item that is open in it."""
        self.close_line()
        places = [place for place, name in enumerate(self.blocks) if name == tag]
        is_left = tag == "li" and bool(self.blocks) and self.blocks[-1] in LISTS
        if places and not is_left:
            self.close_down_to(places[-1])

    def close_down_to(self, left: int) -> None:
        self.suspend_inline()
        while len(self.blocks) > left:
            self.pieces.append(f"</{self.blocks.pop()}>")
        self.wanted = [inline for inline in self.wanted if inline.depth <= left]
        self.has_words = self.breaks_line = self.is_in_item()


def keep_readable(tag: str, attrs: Attributes) -> Attributes:
    """Return the attributes of an element; none of a link to a row that has no number."""
    given = dict(attrs)
    is_broken = tag == "a" and "linktype" in given and not ROW.fullmatch(given.get("id") or "")
    return [] if is_broken else attrs


def write_tag(tag: str, attrs: Attributes, end: str = "") -> str:
    written = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
    return f"<{tag}{written}{end}>"
