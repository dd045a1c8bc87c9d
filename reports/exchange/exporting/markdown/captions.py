"""Counts the captions of a report, to know whether one repeats the title of a chart.

The import drops such a title from an image, so that it must be written in another way.
"""

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
    """Return whether a text is a caption more often than in its own block."""
    return captions[clean_spaces(title).strip()] > own
