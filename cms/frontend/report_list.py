"""Lists reports: one page of them for readers, or all of them for feeds and files."""

from typing import Any

from cms.frontend.api_client import Visit

PAGE_SIZE = 100  # reports in one request: the most that the graph gives
REPORTS_PER_PAGE = 12  # reports on a page, with their figures
MAX_FIGURES = 4

Node = dict[str, Any]


def list_reports(visit: Visit) -> list[Node]:
    """Return all public reports with the fields of lists, the latest first."""
    nodes: list[Node] = []
    after = None
    while True:
        found = visit.ask("report_list", first=PAGE_SIZE, after=after)["reports"]
        nodes += found["nodes"]
        if not found["pageInfo"]["hasNextPage"]:
            return nodes
        after = found["pageInfo"]["endCursor"]


def list_years(visit: Visit) -> list[int]:
    """Return the years of the latest hundred public reports."""
    return [node["year"] for node in visit.ask("years")["reports"]["nodes"]]


def list_page(visit: Visit, after: str | None) -> tuple[list[Node], Node]:
    """Return the reports of one page, and the page's `pageInfo`.

    Each report has its first key figures and the report before it.
    """
    page = visit.ask("report_list", first=REPORTS_PER_PAGE, after=after)["reports"]
    nodes, info = page["nodes"], page["pageInfo"]
    remembered = remember(visit, after)
    return [node | remembered.get(node["id"], {}) for node in nodes], info


def remember(visit: Visit, after: str | None) -> dict[str, Node]:
    """Return the first key figures and the previous report of each report on a page, by its id."""
    found = visit.ask("key_figures", first=REPORTS_PER_PAGE, after=after)["reports"]["nodes"]
    return {
        node["id"]: {
            "facts": list_key_facts(node["body"])[:MAX_FIGURES],
            "previous": node["previous"],
        }
        for node in found
    }


def list_key_facts(body: list[Node]) -> list[Node]:
    """Return the facts of the first block of key figures."""
    groups: list[Node] = next(
        (block["figureGroups"] for block in body if "figureGroups" in block), []
    )
    facts = (fact for group in groups for fact in group["facts"])
    return [fact for fact in facts if fact["figure"]["state"] != "EMPTY"]
