"""Detects whether words differ between two documents, apart from figures."""

import unicodedata
from collections.abc import Iterator

from reports.core.citations.citation import read_html
from reports.core.document import Document
from reports.core.document.part import Role
from reports.core.document.traversal import Visit, visit_document
from reports.core.text.words import split_words
from reports.publishing.corrections.cited_numbers import CitedNumbers
from reports.publishing.corrections.figure_changes import FigureChange

Words = dict[str, tuple[Visit, list[str]]]


def have_words_changed(
    before: Document, after: Document, changes: list[FigureChange], cited: CitedNumbers
) -> bool:
    """Return whether words differ outside the rows and blocks that `changes` already covers, and
    the numbers that `cited` tells with their figures.
    """
    old, new = collect_words(before, cited), collect_words(after, cited)
    if any(old[path][1] != new[path][1] for path in old.keys() & new.keys()):
        return True
    described = {name for change in changes for name in (change.row or change.block,)}
    one_sided = [*(old[path] for path in old.keys() - new.keys())]
    one_sided += [new[path] for path in new.keys() - old.keys()]
    return any(words and not is_described(visit, described) for visit, words in one_sided)


def is_described(visit: Visit, described: set[str]) -> bool:
    """Return whether a change covers the block, item or row that contains the words."""
    return not described.isdisjoint({visit.block.id, visit.item, visit.row.id if visit.row else ""})


def collect_words(document: Document, cited: CitedNumbers) -> Words:
    """Return the words of a document by the paths of the values that have them."""
    return {visit.path: (visit, list_words(text)) for visit, text in iterate_texts(document, cited)}


def iterate_texts(document: Document, cited: CitedNumbers) -> Iterator[tuple[Visit, str]]:
    for visit in visit_document(document):
        match visit.part.role:
            case Role.RICH_TEXT:
                yield visit, cited.show(visit.path, visit.value.html)
            case Role.TEXT | Role.COLUMN:
                html = read_html(visit)
                yield visit, cited.show(visit.path, html) if html else visit.value
            case Role.ROW_HEAD:
                yield visit, visit.value.raw
            case Role.CELL if not visit.value.figure.is_number:
                yield visit, visit.value.raw


def list_words(text: str) -> list[str]:
    return split_words(unicodedata.normalize("NFC", text))
