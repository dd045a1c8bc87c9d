"""The links from the page of a report to the figures of its blocks."""

from typing import Any

from cms.frontend.data.blocks import list_statements

FEWEST = 3  # figures: below fewer a link would take more room than they do


def link_figures(body: list[dict[str, Any]], path: str) -> None:
    """Give blocks with several figures the address of their CSV file, as the graph gives tables."""
    for block in body:
        if "csv" not in block and len(list_statements(block)) >= FEWEST:
            block["csv"] = f"{path}donnees/{block['id']}.csv"
