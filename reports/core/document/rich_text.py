"""Rich text as an immutable value: stored HTML, its plain words, links and marks of notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from reports.core.text.notes import Mark, has_notes, replace_notes
from reports.core.text.rich_text import ANCHOR, ATTRIBUTE, ROW, TAG, plain


@dataclass(frozen=True, slots=True)
class RichTextLink:
    """A link in rich text: to an address as printed, or to a page or document by its row id."""

    words: str
    url: str = ""
    kind: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class RichText:
    """Words with links, lists and emphasis, as the HTML that was stored."""

    html: str = ""
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    """The numbers of its notes, which follow from the document that it stands in."""

    @property
    def plain(self) -> str:
        """The words alone, with one line for each paragraph, item, cell or note."""
        return plain(self.html)

    @property
    def running_html(self) -> str:
        """The HTML without notes, which a reader finds elsewhere."""
        return replace_notes(self.html, lambda note: "") if has_notes(self.html) else self.html

    @property
    def running(self) -> str:
        """The words without those of notes."""
        return plain(self.running_html)

    @property
    def links(self) -> Iterator[RichTextLink]:
        """The links in the order of the words."""
        for attributes, inner in ANCHOR.findall(self.html):
            given = dict(ATTRIBUTE.findall(attributes))
            row = given.get("id", "")
            yield RichTextLink(
                " ".join(unescape(TAG.sub("", inner)).split()),
                unescape(given.get("href", "")),
                given.get("linktype", ""),
                int(row) if ROW.fullmatch(row) else None,
            )

    def __bool__(self) -> bool:
        return bool(self.html)

    def __str__(self) -> str:
        return self.plain
