"""A type of block has a writer and a reader of Markdown, or is written by its parts."""

from reports.core.document.block import BLOCKS
from reports.exchange.exporting.markdown import block  # noqa: F401  registers the writers
from reports.exchange.exporting.markdown.writers import WRITERS
from reports.exchange.importing.comments.readers import READERS


def test_a_block_has_both_a_writer_and_a_reader_or_neither():
    assert set(WRITERS) == set(READERS) <= set(BLOCKS)
