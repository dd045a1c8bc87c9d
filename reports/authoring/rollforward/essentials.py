"""Suggests last year's words for the essentials of a new report, until they are filled in."""

from collections.abc import Iterable
from dataclasses import replace

from reports.authoring.rollforward.labels import Step, move_years
from reports.authoring.rollforward.suggestions import replace_figures
from reports.core.document.block_ids import derive_id
from reports.core.document.essentials import Statement


def find_source(
    essential: Statement, report_key: object, before: Iterable[Statement]
) -> Statement | None:
    """Return the statement in the report before from which an essential was taken over."""
    filled = (each for each in before if not each.is_empty)
    return next((each for each in filled if derive_id(report_key, each.id) == essential.id), None)


def suggest_words(essential: Statement, source: Statement, step: Step) -> Statement:
    """Return an emptied statement with last year's words, a year later; existing words stay."""
    if essential.words:
        return essential
    return replace(essential, words=replace_figures(move_years(source.words, step)))
