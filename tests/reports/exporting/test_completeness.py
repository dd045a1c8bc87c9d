"""Every type of block can be written as Markdown, and read below a comment."""

from reports.document.block import BLOCKS
from reports.exporting.markdown import block  # noqa: F401  registers the writers
from reports.exporting.markdown.writers import WRITERS
from reports.importing.comments.readers import READERS


def test_every_block_has_a_writer_and_a_reader():
    assert set(WRITERS) == set(READERS) == set(BLOCKS)
