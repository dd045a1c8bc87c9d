"""Finds numbers that were replaced within sentences."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from reports.core.document import Document
from reports.publishing.corrections.cited_numbers import CitedNumbers
from reports.publishing.corrections.word_changes import iterate_texts

NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:\s\d{3}(?!\d))+|\d+)(?:[.,]\d+)*")
NumberChange = tuple[str, str]
"""A number as it was printed, and as it is."""


def list_texts(
    fields: Mapping[str, object], document: Document, cited: CitedNumbers
) -> dict[str, str]:
    """Return the texts of a report by the names of its fields and the paths in its body, without
    the numbers that `cited` tells with their figures.
    """
    texts = {name: text for name, text in fields.items() if isinstance(text, str)}
    return texts | {visit.path: text for visit, text in iterate_texts(document, cited)}


def compare_numbers(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[NumberChange]:
    """Yield the numbers that were replaced by others in a text with the same path."""
    for path, text in after.items():
        old, new = list_numbers(before.get(path, "")), list_numbers(text)
        for act, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
            if act == "replace":
                yield from zip(old[start:end], new[first:last], strict=False)


def list_numbers(text: str) -> list[str]:
    """Return the numbers of a text in order, years included, with their spaces normalized."""
    return [" ".join(number.split()) for number in NUMBER.findall(text)]
