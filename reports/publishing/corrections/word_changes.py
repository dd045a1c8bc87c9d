"""Whether words differ from one document to the next, apart from figures."""

import unicodedata
from collections.abc import Iterator

from reports.core.document import Document
from reports.core.document.part import Role
from reports.core.document.traversal import Visit, visit_document
from reports.core.text.words import split_words
from reports.publishing.corrections.figure_changes import FigureChange

Words = dict[str, tuple[Visit, list[str]]]


def iterate_word_changes(
    before: Document, after: Document, changes: list[FigureChange]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words that a reader finds otherwise, beyond those of rows and blocks in `changes`.

    Each pair is the words of one value as they were and as they are; where there is no such value,
    they are none.
    """
    old, new = collect_words(before), collect_words(after)
    described = {change.row or change.block for change in changes}
    for path, (visit, _) in {**old, **new}.items():
        words, others = (side[path][1] if path in side else [] for side in (old, new))
        is_in_both = path in old and path in new
        if words != others and (is_in_both or not is_described(visit, described)):
            yield words, others


def is_described(visit: Visit, described: set[str]) -> bool:
    """Return whether a change describes the block, the item or the row that words stand in."""
    return not described.isdisjoint({visit.block.id, visit.item, visit.row.id if visit.row else ""})


def collect_words(document: Document) -> Words:
    """Return the words of a document by the paths of the values that have them."""
    return {visit.path: (visit, list_words(text)) for visit, text in iterate_texts(document)}


def iterate_texts(document: Document) -> Iterator[tuple[Visit, str]]:
    for visit in visit_document(document):
        match visit.part.role:
            case Role.TEXT | Role.COLUMN:
                yield visit, visit.value
            case Role.RICH_TEXT:
                yield visit, visit.value.plain
            case Role.ROW_HEAD:
                yield visit, visit.value.raw
            case Role.CELL if not visit.value.figure.is_number:
                yield visit, visit.value.raw


def list_words(text: str) -> list[str]:
    return split_words(unicodedata.normalize("NFC", text))
