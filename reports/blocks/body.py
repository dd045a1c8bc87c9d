from wagtail import blocks

from reports.blocks.figures import (
    BudgetBlock,
    ChartBlock,
    DataTableBlock,
    FundingTableBlock,
    IndicatorTableBlock,
    KeyFiguresBlock,
)
from reports.blocks.media import DownloadBlock, PictureBlock
from reports.blocks.services import (
    ComparisonCardsBlock,
    ImpactCardsBlock,
    IncubatorListBlock,
    ServiceLinesBlock,
)
from reports.blocks.text import (
    CalloutBlock,
    CriteriaBlock,
    DefinitionsBlock,
    FactListBlock,
    HeadingBlock,
    LinksBlock,
    ParagraphBlock,
    QuoteBlock,
)


class ReportBody(blocks.StreamBlock):
    """The one place that says which blocks a report may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    definitions = DefinitionsBlock()
    criteria = CriteriaBlock()
    links = LinksBlock()
    quote = QuoteBlock()
    key_figures = KeyFiguresBlock()
    fact_list = FactListBlock()
    indicator_table = IndicatorTableBlock()
    funding_table = FundingTableBlock()
    budget = BudgetBlock()
    data_table = DataTableBlock()
    chart = ChartBlock()
    impact_cards = ImpactCardsBlock()
    comparison_cards = ComparisonCardsBlock()
    service_lines = ServiceLinesBlock()
    incubator_list = IncubatorListBlock()
    picture = PictureBlock()
    download = DownloadBlock()


class ContentBody(blocks.StreamBlock):
    """What a plain page may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    links = LinksBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    download = DownloadBlock()
