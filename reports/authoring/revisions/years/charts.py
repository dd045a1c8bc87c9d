"""Compares the charts of two reports, matched by title; their data are compared as tables."""

from collections.abc import Iterator

from reports.authoring.revisions.years.line import Line, State, compare_texts
from reports.core.comparison.dates import shift_years
from reports.core.document.figure_blocks import Chart
from reports.core.document.pairing import pair_items
from reports.core.reading import Reading
from reports.core.reading.place import WHOLE, Place

Dated = tuple[int, tuple[Place, Chart]]


def compare_charts(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the changes of charts."""
    then = [(other.year, placed) for placed in other.find_nodes(Chart)]
    now = [(report.year, placed) for placed in report.find_nodes(Chart)]
    for pair in pair_items(then, now, get_title_key):
        then_place, one = pair.before[1] if pair.before else (WHOLE, None)
        now_place, two = pair.after[1] if pair.after else (WHOLE, None)
        if one and two:
            for what, a, b in (
                ("données", describe_extent(one), describe_extent(two)),
                ("unité", one.unit, two.unit),
            ):
                if a or b:
                    yield compare_texts(f"{name_chart(two)} › {what}", a, b, now_place, then_place)
        elif two:
            yield Line(name_chart(two), "", describe_extent(two), State.NEW, place=now_place)
        elif one:
            yield Line(
                name_chart(one), describe_extent(one), "", State.GONE, other_place=then_place
            )


def get_title_key(dated: Dated) -> tuple[object, ...] | None:
    """Return the key of a title in both reports: its years are relative to the report's year."""
    year, (_, chart) = dated
    return shift_years(chart.title, year) if chart.title else None


def name_chart(chart: Chart) -> str:
    """Return the French name of a chart, with its title."""
    return f"Graphique « {chart.title} »" if chart.title else "Graphique"


def describe_extent(chart: Chart) -> str:
    """Return the number of rows, « 19 lignes », or that the chart is only a picture."""
    count = len(chart.data.rows)
    return f"{count} ligne{'s' if count > 1 else ''}" if count else "image seule"
