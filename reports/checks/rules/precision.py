"""Rules that report reversed ranges, and figures with more decimals than anybody measures."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import Figure, Qualifier, Unit
from reports.core.reading import Reading
from reports.core.reading.place import Place

DECIMALS = re.compile(r"\d[.,](\d{3,})(?!\d)")
MOST_OF_PERCENT, MOST_OF_SCALE = 2, 3


def iterate_figures(report: Reading) -> Iterator[tuple[Place, Figure]]:
    """Yield the figures of lines and of tables."""
    for statement in report.statements:
        yield statement.place, statement.figure
    for grid in report.grids:
        if grid.kind != "chart":
            for row in grid.table.rows:
                for cell in row.cells[1:]:
                    yield grid.place.below(row.head), cell.figure


@rule(
    "range-reversed",
    Severity.WARNING,
    "Intervalle à l’envers",
    "Un intervalle va du plus grand au plus petit : « entre 40 et 25 ». « De 40 à 25 » se lit "
    "comme une baisse et n’est pas signalé.",
)
def range_reversed(report: Reading) -> Iterator[Issue]:
    for place, figure in iterate_figures(report):
        first, last = figure.value, figure.value_to
        is_range = figure.qualifier is Qualifier.RANGE and first is not None and last is not None
        if is_range and first > last:  # type: ignore[operator]
            yield Issue(
                place,
                f"« {figure.raw.strip()} » va du plus grand au plus petit.",
                "Mettez le plus petit nombre d’abord, ou corrigez celui qui est faux.",
                (figure.raw,),
            )


@rule(
    "too-precise",
    Severity.WARNING,
    "Trop de décimales",
    "Un pourcentage a plus de deux décimales, ou un nombre en millions plus de trois : personne ne "
    "le mesure si finement, et le lecteur n’en retient rien. C’est souvent la sortie brute d’un "
    "tableur.",
)
def too_precise(report: Reading) -> Iterator[Issue]:
    for place, figure in iterate_figures(report):
        if (found := DECIMALS.search(figure.raw)) and figure.is_number:
            most = MOST_OF_PERCENT if figure.unit is Unit.PERCENT else MOST_OF_SCALE
            is_told = figure.unit is Unit.PERCENT or figure.has_scale
            if is_told and len(found[1]) > most:
                yield Issue(
                    place,
                    f"« {figure.raw.strip()} » a {len(found[1])} décimales.",
                    "Arrondissez : une ou deux décimales suffisent.",
                    (figure.raw,),
                )
