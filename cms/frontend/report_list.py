"""The list of reports, whole: what pages, feeds and files say of each report."""

from typing import Any

from cms.frontend.api_client import Visit

PAGE_SIZE = 100  # reports in one request: the most that the graph gives


def list_reports(visit: Visit) -> list[dict[str, Any]]:
    """Return what lists say of all public reports, the latest first."""
    nodes: list[dict[str, Any]] = []
    after = None
    while True:
        found = visit.ask("report_list", first=PAGE_SIZE, after=after)["reports"]
        nodes += [edge["node"] for edge in found["edges"]]
        if not found["pageInfo"]["hasNextPage"]:
            return nodes
        after = found["pageInfo"]["endCursor"]
