"""Lists of blocks that bring the context of their page, which the fields of blocks need."""

from typing import Self

from wagtail.models import Page

from reports.content.models.page_document import select_blocks
from reports.core.document import Document
from reports.core.document.block import Block
from reports_graphql.context import Context


class PlacedBlocks(list[Block]):
    """The blocks of a page, with the context that knows their page and sections."""

    context: Context

    @classmethod
    def of_page(cls, page: Page, document: Document, path: str, context: Context) -> Self:
        """Return the blocks of `document` that a page of this kind may hold; it is at `path`."""
        selected = select_blocks(page, document)
        blocks = cls(selected.blocks)
        is_draft = context.perspective.drafts.has(page)
        # the same document for all of a report's fields: what follows from it is worked out once
        whole = document if page.lists_notes else selected
        blocks.context = context.within(path, whole, is_draft)
        return blocks
