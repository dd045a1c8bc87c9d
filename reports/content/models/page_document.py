"""Reads the document of a page from its body, with a cache of documents by stored text.

`with_stored_body` loads pages with the stored text of their bodies, so that Wagtail need not parse
these. If the same text was read before, its document comes from the cache.
"""

from dataclasses import replace
from typing import Any

from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from reports.core.document import Document, read
from reports.core.document.document_cache import DocumentCache
from reports.core.document.notes import forget_numbers
from reports.core.figures.locale import Locale

MAX_CACHED_CHARACTERS = 4_000_000  # characters: some sixty reports
DOCUMENTS = DocumentCache(MAX_CACHED_CHARACTERS)


def with_stored_body(pages: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Return pages that bring the text of their bodies in place of the bodies."""
    return pages.defer("body").annotate(stored_body=Cast("body", TextField()))


def has_body(model: type[Model]) -> bool:
    """Say whether pages of a model have a body."""
    return any(field.name == "body" for field in model._meta.concrete_fields)


def has_read_body(page: Page) -> bool:
    """Say whether a page in memory knows its body, in either form."""
    return not {"stored_body", "body"}.isdisjoint(vars(page))


def read_document(page: Page) -> Document:
    """Return the document of a page with a body: as stored, else as it is in memory."""
    text = vars(page).get("stored_body")
    if text is None:
        return read_body(page)
    try:
        return DOCUMENTS.read(text, locale_of(page))
    except RecursionError:  # which Wagtail's body survives
        return read_body(page)


def read_body(page: Page) -> Document:
    """Return the document that the body of a page is, as it is in memory."""
    return read(page.body.get_prep_value(), locale_of(page))


def locale_of(page: Page) -> Locale:
    """Return the language and the currency in which the figures of a page are read, and by which
    rules: a plain page has none of the three, and is read by those of today.
    """
    default = Locale()
    return Locale(
        getattr(page, "language", default.language),
        getattr(page, "currency", default.currency),
        getattr(page, "reading_edition", default.edition),
    )


def select_blocks(page: Page, document: Document) -> Document:
    """Return the document of a page with the blocks that a page of its kind may hold.

    Reports alone list their notes: those of another page stand where they are called.
    """
    allowed = page._meta.get_field("body").stream_block.child_blocks
    blocks = tuple(block for block in document.blocks if block.block_type in allowed)
    if not page.lists_notes:
        blocks = tuple(map(forget_numbers, blocks))
    return replace(document, blocks=blocks)
