"""The captions of a report: the import leaves out the title of an image where one repeats it."""

from collections import Counter
from collections.abc import Iterator

from reports.core.document import Document
from reports.core.document.figure_blocks import Chart
from reports.exchange.exporting.markdown.escaping import clean_spaces


def count_captions(document: Document) -> Counter[str]:
    """Return how often each text is the caption of a picture, a table or the data of a chart."""
    return Counter(clean_spaces(text).strip() for text in iterate_captions(document))


def iterate_captions(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Chart):
            yield block.note
            if block.data.rows:
                yield block.title
        elif caption := getattr(block, "caption", ""):
            yield caption


def is_repeated(title: str, captions: Counter[str], own: int) -> bool:
    """Whether a title is a caption more often than its own block has it so."""
    return captions[clean_spaces(title).strip()] > own
