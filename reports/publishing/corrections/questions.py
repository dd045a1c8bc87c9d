"""Lists the questions to an author before a revision replaces the public one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body, select_blocks
from reports.core.citations.citation import Citation, find_citations, list_citations
from reports.core.document import Document
from reports.core.document.canonical import upgrade_document
from reports.core.figures.locale import Locale
from reports.publishing.corrections.cited_numbers import CitedNumbers
from reports.publishing.corrections.figure_changes import FigureChange, compare_figures
from reports.publishing.corrections.number_changes import (
    NumberChange,
    compare_numbers,
    list_texts,
)
from reports.publishing.corrections.word_changes import have_words_changed
from reports.publishing.models import CorrectionKind, ReportVersion
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.public_fields import PLAIN_FIELDS
from reports.publishing.versions.recording import find_latest

WORDS = "words"  # the key of the one answer about everything that is no figure
WORDS_SENTENCE = "Corrections de forme"
INTRODUCTION = "introduction"


@dataclass(frozen=True)
class Question:
    """One change for readers, with the answer that is proposed."""

    key: str
    kind: str
    sentence: str
    change: FigureChange | None = None
    """The figure that changes; None for words alone."""
    numbers: tuple[NumberChange, ...] = ()
    """Numbers that change within sentences, among other words."""

    @property
    def asked_kind(self) -> str:
        """The kind that is proposed to an author. Code that cannot ask an author uses `kind`."""
        return CorrectionKind.CORRECTION if self.numbers else self.kind

    @property
    def asked_sentence(self) -> str:
        """The sentence that is proposed to an author: « 219 au lieu de 16 »."""
        said = (f"{after} au lieu de {before}" for before, after in self.numbers)
        return "\u202f; ".join(dict.fromkeys(said)) or self.sentence


@dataclass(frozen=True)
class ReportComparison:
    """Compares the last version of a report with the revision to be published."""

    version: ReportVersion
    fields_before: dict[str, Any]
    fields_after: dict[str, Any]
    before: Document
    after: Document

    @cached_property
    def figures(self) -> list[FigureChange]:
        """The figures that changed, without the sentences that changed with them."""
        return compare_figures(self.before, self.after)

    @cached_property
    def cited(self) -> CitedNumbers:
        paths = {change.path for change in self.figures if change.path}
        return CitedNumbers.compare(*self.citations, self.version.report_key, paths)

    @cached_property
    def citations(self) -> tuple[list[Citation], list[Citation]]:
        """The citations of each, in its introduction and in its body."""
        return (
            list_all_citations(self.fields_before, self.before),
            list_all_citations(self.fields_after, self.after),
        )

    @cached_property
    def changes(self) -> list[FigureChange]:
        quoted = self.cited.quote_changed(*self.citations, self.version.report_key)
        return [
            replace(change, sentences=tuple(quoted.get(change.path, ()))) for change in self.figures
        ]

    @property
    def has_other_words(self) -> bool:
        """True if words differ that do not belong to a changed figure."""
        if self.show(self.fields_before) != self.show(self.fields_after):
            return True
        return have_words_changed(self.before, self.after, self.changes, self.cited)

    @property
    def numbers(self) -> Iterator[NumberChange]:
        """The numbers that change within sentences."""
        before = list_texts(self.show(self.fields_before), self.before, self.cited)
        after = list_texts(self.show(self.fields_after), self.after, self.cited)
        return compare_numbers(before, after)

    def show(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return fields as readers see them, without the numbers that `cited` tells."""
        return {
            name: self.cited.show(name, value) if isinstance(value, str) else value
            for name, value in fields.items()
        }

    @property
    def questions(self) -> list[Question]:
        """The questions to answer; none if readers would notice no change."""
        asked = [
            Question(change.key, propose_kind(change), change.sentence, change)
            for change in self.changes
        ]
        if self.has_other_words:
            numbers = tuple(self.numbers)
            asked.append(Question(WORDS, CorrectionKind.TYPO, WORDS_SENTENCE, numbers=numbers))
        return asked


def propose_kind(change: FigureChange) -> str:
    return CorrectionKind.CORRECTION if change.before else CorrectionKind.NEW_INFORMATION


def compare_with_latest(page: AnnualReportPage) -> ReportComparison | None:
    """Compare a page in memory with its last version; None if there is no readable one."""
    version = find_latest(page)
    if page.alias_of_id or version is None or version.withdrawn_at:
        return None
    return compare_with(page, version)


def compare_with(page: AnnualReportPage, version: ReportVersion) -> ReportComparison:
    """Compare a page in memory with a version that was not withdrawn."""
    key = str(version.content_id)
    held = json.loads(stored_bytes.load([key])[key])
    report = held["report"]
    names = [*PLAIN_FIELDS, INTRODUCTION]
    return ReportComparison(
        version,
        {name: report.get(name) for name in names},
        {name: getattr(page, name) for name in names},
        upgrade_document(held["body"], Locale.from_stored(report)),
        select_blocks(page, read_body(page)),
    )


def list_all_citations(fields: dict[str, Any], document: Document) -> list[Citation]:
    introduction = find_citations(fields.get(INTRODUCTION) or "", path=INTRODUCTION)
    return [*introduction, *list_citations(document)]
