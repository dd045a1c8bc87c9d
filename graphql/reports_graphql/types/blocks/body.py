"""The body of a report: its outline, and each block as the member of `ReportBlock` that it is."""

from collections.abc import Callable, Iterator
from typing import Annotated

import strawberry
from strawberry import ID
from wagtail.blocks import StreamValue

from reports import outline
from reports_graphql.types.blocks.block import Placed
from reports_graphql.types.blocks.figures import (
    BudgetBlock,
    ChartBlock,
    DataTableBlock,
    FundingTableBlock,
    IndicatorTableBlock,
    KeyFiguresBlock,
)
from reports_graphql.types.blocks.media import DownloadBlock, PictureBlock
from reports_graphql.types.blocks.services import (
    ComparisonCardsBlock,
    ImpactCardsBlock,
    IncubatorListBlock,
    ServiceLinesBlock,
)
from reports_graphql.types.blocks.text import (
    CalloutBlock,
    CriteriaBlock,
    DefinitionsBlock,
    FactListBlock,
    HeadingBlock,
    LinksBlock,
    ParagraphBlock,
    QuoteBlock,
    level,
)

ReportBlock = Annotated[
    HeadingBlock
    | ParagraphBlock
    | CalloutBlock
    | DefinitionsBlock
    | CriteriaBlock
    | LinksBlock
    | QuoteBlock
    | KeyFiguresBlock
    | FactListBlock
    | IndicatorTableBlock
    | FundingTableBlock
    | BudgetBlock
    | DataTableBlock
    | ChartBlock
    | ImpactCardsBlock
    | ComparisonCardsBlock
    | ServiceLinesBlock
    | IncubatorListBlock
    | PictureBlock
    | DownloadBlock,
    strawberry.union("ReportBlock", description="Un bloc d’un bilan : un type par sorte de bloc."),
]

# The name of a block in `ReportBody` -> how it becomes a member.
MEMBERS: dict[str, Callable[[Placed], ReportBlock]] = {
    "heading": HeadingBlock.of,
    "paragraph": ParagraphBlock.of,
    "callout": CalloutBlock.of,
    "definitions": DefinitionsBlock.of,
    "criteria": CriteriaBlock.of,
    "links": LinksBlock.of,
    "quote": QuoteBlock.of,
    "key_figures": KeyFiguresBlock.of,
    "fact_list": FactListBlock.of,
    "indicator_table": IndicatorTableBlock.of,
    "funding_table": FundingTableBlock.of,
    "budget": BudgetBlock.of,
    "data_table": DataTableBlock.of,
    "chart": ChartBlock.of,
    "impact_cards": ImpactCardsBlock.of,
    "comparison_cards": ComparisonCardsBlock.of,
    "service_lines": ServiceLinesBlock.of,
    "incubator_list": IncubatorListBlock.of,
    "picture": PictureBlock.of,
    "download": DownloadBlock.of,
}


def entries(body: StreamValue) -> list[outline.Entry]:
    """The outline of a body, as `reports.outline` numbers it."""
    headings = (
        (block.id, level(block.value), block.value["text"] or "", block.value["anchor"] or "")
        for block in body
        if block.block_type == "heading"
    )
    return list(outline.number(headings))


def placed(body: StreamValue) -> Iterator[Placed]:
    """The blocks of a body, each with the heading that it stands under."""
    by_id = {entry.id: entry for entry in entries(body)}
    by_number: dict[str, ID] = {}
    section = None
    for block in body:
        id = ID(block.id)
        if entry := by_id.get(id):
            enclosing = by_number.get(entry.number.rpartition(".")[0])
            yield Placed(id, block.block_type, block.value, enclosing, entry.number)
            by_number[entry.number] = section = id
        else:
            yield Placed(id, block.block_type, block.value, section)


def members(body: StreamValue) -> list[ReportBlock]:
    return [MEMBERS[block.kind](block) for block in placed(body)]
