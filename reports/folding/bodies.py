from typing import Any

from reports.blocks.facts import register_fact_forms
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
from reports.blocks.stream import Body
from reports.blocks.text import (
    AccordionBlock,
    CalloutBlock,
    CriteriaBlock,
    DefinitionsBlock,
    FactListBlock,
    HeadingBlock,
    LinksBlock,
    PanelBlock,
    ParagraphBlock,
    QuoteBlock,
)
from reports.folding.block import FoldingStreamBlock
from reports.folding.value import PostedValue
from reports.text import anchors


class ReportBody(FoldingStreamBlock):
    """The one place that says which blocks a report may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    definitions = DefinitionsBlock()
    criteria = CriteriaBlock()
    accordion = AccordionBlock()
    panel = PanelBlock()
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

    def clean(self, value: Any, **kwargs: Any) -> Any:
        """Gives headings their anchors for good, once they are about to be public."""
        cleaned = super().clean(value, **kwargs)
        is_draft = self.is_deferred_validation
        if not is_draft:
            anchors.settle_anchors(
                block.value for block in cleaned if block.block_type == "heading"
            )
        return value.cleaned(cleaned, is_draft) if isinstance(value, PostedValue) else cleaned


register_fact_forms(ReportBody())  # and so of content pages, which hold no other blocks


class ContentBody(Body):
    """What a plain page may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    accordion = AccordionBlock()
    panel = PanelBlock()
    links = LinksBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    download = DownloadBlock()
