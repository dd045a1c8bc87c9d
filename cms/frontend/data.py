"""Figures as CSV (RFC 4180, UTF-8): one line for each, with its exact value and its words."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.visit import Visit

FIGURE = ("valeur", "valeur_haute", "pas", "unite", "qualificatif", "etat", "texte")
MARK = "\ufeff"  # without it, spreadsheets do not read UTF-8
FORMULA = ("=", "@", "\t", "\r")
SIGNS = ("+", "-")  # figures begin with them too; words that do may be a formula

ROWS = {
    "IndicatorTableBlock": "indicatorRows",
    "FundingTableBlock": "awards",
    "DataTableBlock": "rows",
    "ChartBlock": "rows",
}


@require_safe
def block(request: HttpRequest, path: str, block: str) -> HttpResponse:
    """The table or the chart of a report, by the id of its block."""
    visit = Visit(request)
    page = visit.ask("page", urlPath=f"/{path}")["page"]
    if page is None or page["__typename"] != "AnnualReportPage":
        raise Http404
    report = visit.ask("report", year=page["report"]["year"])["report"]
    blocks = report["body"] if report else []
    found = next((b for b in blocks if b["id"] == block and b["__typename"] in ROWS), None)
    if found is None:
        raise Http404
    return written(("ligne", "colonne", *FIGURE), cells(found), f"{report['year']}-{block[:8]}")


def cells(block: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    headings = {column["id"]: column["heading"] for column in block["columns"]}
    for row in block[ROWS[block["__typename"]]]:
        for cell in row["cells"]:
            yield row["name"], headings[cell["column"]], *figure(cell["figure"])


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """The series of an indicator."""
    found = Visit(request).ask("indicator", code=code)["indicator"]
    if found is None:
        raise Http404
    lines = (
        (
            entry["period"]["label"],
            entry["period"]["start"],
            entry["period"]["end"],
            entry["kind"],
            str(entry["report"]["year"]),
            *figure(entry["figure"]),
        )
        for entry in found["series"]
    )
    head = ("periode", "debut", "fin", "nature", "bilan", *FIGURE)
    return written(head, lines, found["code"])


def figure(value: dict[str, Any]) -> tuple[str, ...]:
    names = ("value", "valueTo", "step", "unit", "qualifier", "state", "raw")
    *parts, raw = (value[name] or "" for name in names)
    words = value["state"] == "TEXT" and raw.startswith(SIGNS)
    return (*parts, f"'{raw}" if words else raw)


def written(head: tuple[str, ...], lines: Any, name: str) -> HttpResponse:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(text) for text in line] for line in lines)
    response = HttpResponse(MARK + page.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "no-cache"
    return response


def safe(text: str) -> str:
    """A spreadsheet runs what looks like a formula; no figure begins with these characters."""
    return f"'{text}" if text.startswith(FORMULA) else text
