"""The documents of pages, and what they refer to."""

from typing import TYPE_CHECKING

from wagtail.models import Page

from reports.document import Document
from reports.document.block import Block
from reports.document.outline import Section
from reports.models.page_document import read_document, select_blocks

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders


class Bodies:
    """The documents that one request reads, each once, and where their blocks stand."""

    def __init__(self) -> None:
        self.documents: dict[int, tuple[Page, Document]] = {}  # a page may have no key yet
        self.sections: dict[int, Section | None] = {}

    def read(self, page: Page) -> Document:
        """Return the document of a page."""
        if id(page) not in self.documents:
            self.documents[id(page)] = page, read_document(page)
        return self.documents[id(page)][1]

    def read_blocks(self, page: Page) -> list[Block]:
        """Return the blocks of a page, whose sections are known from now on."""
        read = self.read(page)
        self.sections.update((id(block), section) for block, section in read.placed_blocks)
        return select_blocks(page, read)

    def get_section(self, block: Block) -> Section | None:
        """Return the section that a block stands in: its own, if it is a heading."""
        return self.sections[id(block)]


def announce_body(page: Page, loaders: "Loaders") -> None:
    """Announce to the loaders all that the body of a page refers to."""
    for kind, keys in loaders.bodies.read(page).references.items():
        if loader := loaders.by_kind.get(kind):
            loader.announce(keys)
