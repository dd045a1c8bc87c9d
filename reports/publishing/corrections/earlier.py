"""Finds statements about an indicator that a later version of the same report contradicts."""

from collections.abc import Iterator, Sequence
from typing import Any

from reports.content.models import Indicator
from reports.content.models.merged_records import Survivors, load_survivors
from reports.content.models.record_kind import find_kind
from reports.content.observations.projection import list_statements
from reports.core.document import Document
from reports.core.figures import compose
from reports.publishing.corrections.questions import ReportComparison
from reports.publishing.models import Correction, CorrectionKind, EarlierStatement

Key = tuple[Any, ...]


def list_earlier_statements(
    comparison: ReportComparison, corrections: Sequence[Correction]
) -> Iterator[EarlierStatement]:
    """Yield the statements of the version before that its successor contradicts."""
    typos = {(each.row, each.column) for each in corrections if each.kind == CorrectionKind.TYPO}
    survivors = load_survivors(find_kind(Indicator))
    now = collect_statements(comparison.after, survivors)
    for key, stated in collect_statements(comparison.before, survivors).items():
        if key in now and compose(now[key]["figure"]) != compose(stated["figure"]):
            yield EarlierStatement(
                version=comparison.version,
                indicator=stated["code"],
                kind=stated["kind"],
                period_start=stated["period_start"],
                period_end=stated["period_end"],
                raw=stated["raw"],
                read_as=stated["read_as"],
                language=stated["language"],
                currency=stated["currency"],
                reading_edition=stated["reading_edition"],
                heading=stated["heading"],
                is_typo=(stated["row"], stated["column"]) in typos,
            )


def collect_statements(document: Document, survivors: Survivors) -> dict[Key, dict[str, Any]]:
    """Return the last statement of a document about each indicator and period.

    A statement about an indicator that was merged into another counts as one about that other.
    """
    found = {}
    for each in list_statements(document):
        code = survivors.get(("indicator", each["code"]), each["code"])
        found[code, each["kind"], each["period_start"], each["period_end"]] = each
    return found
