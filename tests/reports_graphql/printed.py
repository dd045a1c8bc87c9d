"""What a reader reads of an answer to `report.graphql`, in order, from the answer alone."""

from collections.abc import Iterator
from typing import Any

from reports_graphql.printed_texts import PLANS, iterate_leaves


def read(report: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every text of a report, its title first."""
    yield report, "heroTitle"
    for block in report["body"]:
        yield from iterate_leaves(block, PLANS[block["__typename"]])
