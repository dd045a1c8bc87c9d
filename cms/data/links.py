"""The links from the page of a report to the figures of its blocks."""

from typing import Any

from cms.data.blocks import count_figures

MIN_FIGURES = 3  # figures: below fewer a link would take more room than they do


def link_figures(body: list[dict[str, Any]], path: str) -> None:
    """Give blocks with several figures the address of their CSV file, as the graph gives tables."""
    for block in body:
        if "csv" not in block and count_figures(block) >= MIN_FIGURES:
            block["csv"] = f"{path}donnees/{block['id']}.csv"
