"""The page « Indicateurs »: the last result of each indicator, with a link to its series."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.paging import build_next_address, paged, read_cursor
from cms.frontend.report_list import list_years
from cms.frontend.series import Period, arrange_periods
from cms.frontend.series_table import build_cell
from cms.frontend.sparklines import MAX_YEARS, Sparkline, ask_series, build_sparkline
from cms.frontend.tables import Cell, align_cells

PAGE_SIZE = 50  # indicators


@dataclass(frozen=True)
class Line:
    """An indicator with the result and the target of its last period that has a result."""

    code: str
    name: str
    period: str
    cells: list[Cell]  # the result and the target
    sparkline: Sparkline | None


@paged
@require_safe
def show_indicators(request: HttpRequest) -> HttpResponse:
    visit = Visit(request)
    after = read_cursor(request)
    found = visit.ask("indicator_list", first=PAGE_SIZE, after=after)
    lines = list(list_lines(visit, found["indicators"]["nodes"], list_years(visit)))
    for column in zip(*(line.cells for line in lines), strict=True):
        align_cells(column)
    following = build_next_address(visit.path, found["indicators"]["pageInfo"])
    return visit.page("indicator_list", lines=lines, cursor=after, next_address=following)


def list_lines(
    visit: Visit, indicators: list[dict[str, Any]], latest_first: list[int]
) -> Iterator[Line]:
    """Yield a line for each indicator with a result in a public report.

    Results that are much older than the latest report are left out.
    """
    years = {"from": latest_first[0] - MAX_YEARS + 1} if latest_first else {}
    codes = [each["code"] for each in indicators]
    series = {each["code"]: each["series"] for each in ask_series(visit, codes, years)}
    for indicator in indicators:
        entries = series.get(indicator["code"], [])
        periods = arrange_periods(entries)
        last = next((period for period in reversed(periods) if period.result), None)
        if last:
            line = build_sparkline(entries)
            yield Line(indicator["code"], indicator["name"], last.label, list_cells(last), line)


def list_cells(period: Period) -> list[Cell]:
    entries = (period.result, period.target)
    return [{"figure": entry["figure"]} if entry else build_cell("") for entry in entries]
