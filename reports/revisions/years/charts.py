"""The charts of two reports, by their title; their data are rows of tables too."""

from collections.abc import Iterator

from reports.checks.comparing.dates import shifted
from reports.checks.reading import Reading
from reports.checks.reading.parts import Chart
from reports.revisions.pairing import paired
from reports.revisions.years.line import Line, State, texts

Dated = tuple[int, Chart]


def lines(report: Reading, other: Reading) -> Iterator[Line]:
    then = [(other.year, chart) for chart in other.charts]
    now = [(report.year, chart) for chart in report.charts]
    for pair in paired(then, now, title):
        one, two = pair.before and pair.before[1], pair.after and pair.after[1]
        if one and two:
            for what, a, b in (
                ("données", extent(one), extent(two)),
                ("unité", one.unit, two.unit),
            ):
                if a or b:
                    yield texts(f"{named(two)} › {what}", a, b, two.place, one.place)
        elif two:
            yield Line(named(two), "", extent(two), State.NEW, here=two.place)
        elif one:
            yield Line(named(one), extent(one), "", State.GONE, there=one.place)


def title(dated: Dated) -> tuple[object, ...] | None:
    """A title that is the same in both reports, its years as distances from the report's."""
    year, chart = dated
    return shifted(chart.title, year) if chart.title else None


def named(chart: Chart) -> str:
    return f"Graphique « {chart.title} »" if chart.title else "Graphique"


def extent(chart: Chart) -> str:
    """« 19 lignes », or that it is a picture alone."""
    count = len(chart.data.rows)
    return f"{count} ligne{'s' if count > 1 else ''}" if count else "image seule"
