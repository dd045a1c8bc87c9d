"""Converts each block of a report to elements for the PDF."""

from collections.abc import Callable
from typing import Any

from cms.pdf import figure_blocks, media_blocks, service_blocks, text_blocks
from cms.pdf.elements import Setter
from cms.pdf.nodes import Element
from cms.pdf.parts import set_parts

Block = dict[str, Any]


def set_block(setter: Setter, block: Block) -> list[Element]:
    """Return the elements of a block, in the order of its text."""
    return BLOCKS.get(block["__typename"], set_parts)(setter, block)


BLOCKS: dict[str, Callable[[Setter, Block], list[Element]]] = {
    "HeadingBlock": text_blocks.heading,
    "CalloutBlock": text_blocks.callout,
    "DefinitionsBlock": text_blocks.definitions,
    "QuoteBlock": text_blocks.quote,
    "KeyFiguresBlock": figure_blocks.key_figures,
    "FactListBlock": figure_blocks.fact_list,
    "IndicatorTableBlock": figure_blocks.indicator_table,
    "FundingTableBlock": figure_blocks.funding_table,
    "BudgetBlock": figure_blocks.budget,
    "DataTableBlock": figure_blocks.data_table,
    "ChartBlock": figure_blocks.chart,
    "ImpactCardsBlock": service_blocks.impact_cards,
    "ComparisonCardsBlock": service_blocks.comparison_cards,
    "ServiceLinesBlock": service_blocks.service_lines,
    "IncubatorListBlock": service_blocks.incubator_list,
    "PictureBlock": media_blocks.picture,
    "DownloadBlock": media_blocks.download,
}
"""How those blocks are set that are more than their parts in order."""
