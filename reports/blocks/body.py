from threading import RLock
from typing import Any, ClassVar

from reports import anchors
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
    CalloutBlock,
    CriteriaBlock,
    DefinitionsBlock,
    FactListBlock,
    HeadingBlock,
    LinksBlock,
    ParagraphBlock,
    QuoteBlock,
)
from reports.folding.block import FoldingStreamBlock
from reports.folding.value import PostedValue


class ReportBody(FoldingStreamBlock):
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

    draft = False
    turn: ClassVar[RLock] = RLock()

    def clean_deferred(self, value: Any) -> Any:
        """Wagtail marks the blocks, which all threads share, as not required for a while: another
        save meanwhile would let holes pass, or leave them marked for good.
        """
        with self.turn:
            return super().clean_deferred(value)

    def defer_required_validation(self) -> None:
        super().defer_required_validation()
        self.draft = True

    def restore_deferred_validation(self) -> None:
        self.draft = False
        super().restore_deferred_validation()

    def clean(self, value: Any, **kwargs: Any) -> Any:
        """Gives headings their anchors for good, once they are about to be public."""
        with self.turn:
            cleaned = super().clean(value, **kwargs)
            if not self.draft:
                anchors.settle(block.value for block in cleaned if block.block_type == "heading")
            return value.cleaned(cleaned, self.draft) if isinstance(value, PostedValue) else cleaned


class ContentBody(Body):
    """What a plain page may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    links = LinksBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    download = DownloadBlock()
