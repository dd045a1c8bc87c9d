"""Figures as CSV (RFC 4180, UTF-8): one line for each, with its exact value and its words."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit

FIGURE = ("valeur", "valeur_haute", "pas", "unite", "devise", "qualificatif", "etat", "texte")
MARK = "\ufeff"  # without it, spreadsheets do not read UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[-+]?[0-9](?:[0-9 \u00a0\u202f.,]*[0-9])?[ \u00a0\u202f]?[%€]?")

ROWS = {
    "IndicatorTableBlock": "indicatorRows",
    "FundingTableBlock": "awards",
    "DataTableBlock": "rows",
    "ChartBlock": "rows",
}


@require_safe
def block_csv(
    request: HttpRequest, path: str, block: str, number: str | None = None
) -> HttpResponse:
    """The table or the chart of a report, or of a version of it, by the id of its block."""
    visit = Visit(request)
    page = visit.ask("page", urlPath=f"/{path}")["page"]
    if page is None or page["__typename"] != "AnnualReportPage":
        raise Http404
    version = int(number) if number else None
    report = visit.ask("report", year=page["report"]["year"], version=version)["report"]
    blocks = report["body"] if report else []
    content = next((b for b in blocks if b["id"] == block and b["__typename"] in ROWS), None)
    if content is None:
        raise Http404
    name = f"{report['year']}-v{number}-{block[:8]}" if number else f"{report['year']}-{block[:8]}"
    response = csv_response(("ligne", "colonne", *FIGURE), cell_lines(content), name)
    if number:
        response["X-Robots-Tag"] = "noindex"
    return response


def cell_lines(block: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    headings = {column["id"]: column["heading"] for column in block["columns"]}
    for row in block[ROWS[block["__typename"]]]:
        for cell in row["cells"]:
            yield row["name"], headings[cell["column"]], *figure_columns(cell["figure"])


@require_safe
def indicator_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The series of an indicator."""
    indicator = Visit(request).ask("indicator", code=code)["indicator"]
    if indicator is None:
        raise Http404
    lines = (
        (
            entry["period"]["label"],
            entry["period"]["start"],
            entry["period"]["end"],
            entry["kind"],
            str(entry["report"]["year"]),
            *figure_columns(entry["figure"]),
        )
        for entry in indicator["series"]
    )
    head = ("periode", "debut", "fin", "nature", "bilan", *FIGURE)
    return csv_response(head, lines, indicator["code"])


def figure_columns(value: dict[str, Any]) -> tuple[str, ...]:
    names = ("value", "valueTo", "step", "unit", "currency", "qualifier", "state", "raw")
    return tuple(value[name] or "" for name in names)


def csv_response(head: tuple[str, ...], lines: Any, name: str) -> HttpResponse:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerows([escape_formula(text) for text in line] for line in (head, *lines))
    response = HttpResponse(MARK + page.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "no-cache"
    return response


def escape_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula. A plain number stays one."""
    begins = text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(FORMULA)
    return f"'{text}" if begins and not NUMBER.fullmatch(text) else text
