"""The page « Indicateurs »: what every indicator last was, with the way to its series."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.series import Period, arrange_periods
from cms.frontend.series_table import build_cell
from cms.frontend.site_entries import list_entries
from cms.frontend.sparklines import Sparkline, ask_series, build_sparkline
from cms.frontend.tables import Cell, align_cells


@dataclass(frozen=True)
class Line:
    """An indicator in its last period with a result: what came out and what was aimed at."""

    code: str
    name: str
    period: str
    cells: list[Cell]  # the result and the target
    sparkline: Sparkline | None


@require_safe
def show_indicators(request: HttpRequest) -> HttpResponse:
    visit = Visit(request)
    lines = sorted(list_lines(visit), key=lambda line: line.name.casefold())
    for column in zip(*(line.cells for line in lines), strict=True):
        align_cells(column)
    return visit.page("indicator_list", lines=lines)


def list_lines(visit: Visit) -> Iterator[Line]:
    """Yield a line for each public indicator of which a public report gives a result."""
    names = {each.key: each.title for each in list_entries(visit, ["indicators"])}
    for indicator in ask_series(visit, list(names)):
        periods = arrange_periods(indicator["series"])
        last = next((period for period in reversed(periods) if period.result), None)
        if last:
            line = build_sparkline(indicator["series"])
            code = indicator["code"]
            yield Line(code, names[code], last.label, list_cells(last), line)


def list_cells(period: Period) -> list[Cell]:
    entries = (period.result, period.target)
    return [{"figure": entry["figure"]} if entry else build_cell("") for entry in entries]
