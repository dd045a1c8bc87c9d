"""Splits the texts of a report into sentences and clauses, for rules that look for a pattern.

A clause ends with a full stop or a semicolon.
"""

import re
from collections.abc import Iterator

from reports.core.reading import Reading, sentence
from reports.core.reading.place import Place
from reports.core.reading.statement import split_long_line

SILENT = ("cell", "column", "heading")  # roles of texts that make no sentences


def iterate_sentences(report: Reading, about: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    """Yield the sentences of the texts in which a pattern is found."""
    yield from cut_texts(report, about, sentence.END)


def cut_texts(
    report: Reading, about: re.Pattern[str], ends: re.Pattern[str]
) -> Iterator[tuple[Place, str]]:
    """Yield what texts say between some ends."""
    for text in report.texts:
        if text.role in SILENT or not about.search(text.text):
            continue
        for line in text.text.split("\n"):
            for piece in split_long_line(line):
                for words in ends.split(piece):
                    yield text.place, words
