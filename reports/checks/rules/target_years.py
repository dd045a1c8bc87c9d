"""Rule that reports a table in which every target is for an earlier year than every result."""

from collections.abc import Iterator

from reports.checks.arithmetic.outcomes import TABLES
from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.dates import find_years
from reports.core.document.periods import read_period
from reports.core.reading import Reading


@rule(
    "target-year",
    Severity.WARNING,
    "Objectif d’une année passée",
    "Dans un tableau, tous les objectifs sont d’une année plus ancienne que tous les résultats : "
    "« Objectif 2023 » à côté de « Résultat 2024 ». Un objectif à venir n’est pas signalé, ni "
    "celui d’une année dont le résultat est là.",
)
def target_year(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if grid.kind not in TABLES:
            continue
        periods = [period for each in grid.table.columns[1:] if (period := read_period(each))]
        targets = [period for period in periods if period.kind == "target"]
        results = [period for period in periods if period.kind == "result"]
        if not targets or not results:
            continue
        aimed = max(targets, key=lambda period: period.end)
        reached = min(results, key=lambda period: period.start)
        is_reported = any(report.year in find_years(period.label) for period in results)
        if aimed.end < reached.start and is_reported:
            yield Issue(
                grid.place,
                f"« {aimed.label} » est d’avant « {reached.label} » : ils ne se comparent pas.",
                "Corrigez l’année de l’objectif, ou ajoutez le résultat de son année.",
                (aimed.label, reached.label),
            )
