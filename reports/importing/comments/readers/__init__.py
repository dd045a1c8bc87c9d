"""Readers of elements whose block is known: one for each type, none has to guess.

Each returns a draft, or None where the elements have another form than the block has in Markdown.
"""

from collections.abc import Callable

from bs4.element import PageElement

from reports.importing.comments.readers import cards, charts, lists, media, tables, texts
from reports.importing.draft import Draft
from reports.importing.findings import Notice

Reader = Callable[[list[PageElement], list[Notice]], Draft | None]

READERS: dict[str, Reader] = {
    **texts.READERS,
    **lists.READERS,
    **tables.READERS,
    **cards.READERS,
    **charts.READERS,
    **media.READERS,
}
