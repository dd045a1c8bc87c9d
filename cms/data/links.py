"""Adds links to CSV files to the blocks of a report's page."""

from typing import Any

from cms.data.blocks import count_figures

MIN_FIGURES = 3  # figures: below fewer a link would take more room than they do


def link_figures(body: list[dict[str, Any]], path: str) -> None:
    """Set the address of a CSV file on blocks with several figures; tables have one from the
    graph.
    """
    for block in body:
        if "csv" not in block and count_figures(block) >= MIN_FIGURES:
            block["csv"] = f"{path}donnees/{block['id']}.csv"
