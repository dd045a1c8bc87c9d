"""Shows a report as a page: its blocks in order, each with its template and heading level."""

import re
from typing import Any

from django.http import HttpResponse

from cms.data.blocks import ROWS
from cms.data.links import link_figures
from cms.frontend.api_client import Visit
from cms.frontend.cited_numbers import link_citations
from cms.frontend.corrections import arrange_corrections, list_corrected_figures
from cms.frontend.essentials import compare_essentials
from cms.frontend.iframes import add_codes
from cms.frontend.sparklines import add_sparklines
from cms.frontend.tables import align_budget, align_table

MAX_HEADING_LEVEL = 6  # levels of headings that HTML has
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def show_report(
    visit: Visit, year: int, page: dict[str, Any], version: Any = None, **context: Any
) -> HttpResponse:
    """Show the report of a year, or a version of it. `page` is the report's page in the graph."""
    number = version["number"] if version else None
    report = visit.find("report", "report", year=year, version=number)
    context |= {"version": version, "is_old": version is not None}
    if version is None and not visit.drafts:
        current = visit.ask("versions", year=year)["report"]
        context |= {"current": current, "version": current and current["version"]}
    arrange_blocks(report["body"], report["heroTitle"], report["problems"])
    link_citations(report)
    compare_essentials(report["essentials"])
    if not visit.drafts:
        link_figures(report["body"], version["path"] if version else report["path"])
    if version is None:
        add_sparklines(visit, report)
    if context["version"] and not visit.drafts:
        add_codes(visit, report["body"], year, context["version"]["number"])
    corrections = arrange_corrections(report)
    summary = nest_outline(report["outline"])
    lacking = [problem for problem in report["problems"] if problem["block"] is None]
    return visit.page(
        "report",
        page=page,
        report=report,
        summary=summary,
        lacking=lacking,
        corrections=corrections,
        corrected=list_corrected_figures(corrections),
        **context,
    )


def arrange_blocks(
    body: list[dict[str, Any]], title: str, problems: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Set on each block its template, the level of its titles, its section and its problems."""
    level, section = 1, title
    panel: dict[str, Any] | None = None
    for block in body:
        if block["__typename"] in ("PanelBlock", "HeadingBlock"):
            block["closes_panel"] = panel is not None
            panel = block if block["__typename"] == "PanelBlock" and block["title"] else None
        block["template"] = block_template(block["__typename"])
        if block["__typename"] == "HeadingBlock":
            level, section = block["level"], block["title"]
        if block["__typename"] == "ChartBlock":
            block["caption"] = block["title"]
        if block["__typename"] in ROWS:
            align_table(block)
        if block["__typename"] == "BudgetBlock":
            align_budget(block)
        is_inside = panel is not None and panel is not block
        block["below"] = min(level + 1 + is_inside, MAX_HEADING_LEVEL)
        block["deeper"] = min(level + 2 + is_inside, MAX_HEADING_LEVEL)
        block["of"] = section
        block["gaps"] = [p["message"] for p in problems if p["block"] == block["id"]]
    if body:
        body[-1]["ends_panel"] = panel is not None
    return body


def block_template(typename: str) -> str:
    """Return the template of a block type: `blocks/key_figures.html` for `KeyFiguresBlock`."""
    name = CAPITAL.sub("_", typename.removesuffix("Block")).lower()
    return f"frontend/blocks/{name}.html"


def nest_outline(outline: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the outline as a tree: each entry has the entries `below` it, by their numbers."""
    tops: list[dict[str, Any]] = []
    by_number: dict[str, dict[str, Any]] = {}
    for entry in outline:
        node = {**entry, "below": []}
        by_number[entry["number"]] = node
        above = by_number.get(entry["number"].rpartition(".")[0])
        (above["below"] if above else tops).append(node)
    return tops
