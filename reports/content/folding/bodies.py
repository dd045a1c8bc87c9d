"""The bodies of reports and of plain pages, with the blocks that each may contain."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from wagtail.blocks import BaseStreamBlock

from reports.content.blocks import figures, media, services, text
from reports.content.blocks.fact_blocks import register_fact_forms
from reports.content.blocks.node_forms import FORMS, ON_PAGES
from reports.content.blocks.stream import Body
from reports.content.folding.block import FoldingStreamBlock
from reports.content.folding.value import PostedValue
from reports.core.document.block import Block
from reports.core.document.node import Node
from reports.core.text import anchors

FAMILIES = [module.__name__ for module in (text, figures, services, media)]
"""The modules of forms, in the order in which editors are offered their blocks."""

B = TypeVar("B", bound=type[BaseStreamBlock])


def holds(nodes: Iterable[type[Node]]) -> Callable[[B], B]:
    """Give a body the forms of those nodes that are blocks, by family, then as they are written."""

    def fill(body: B) -> B:
        kinds = [node for node in nodes if issubclass(node, Block)]
        kinds.sort(key=lambda node: FAMILIES.index(FORMS[node].__module__))
        body.base_blocks = {node.block_type: FORMS[node]() for node in kinds}
        for name, block in body.base_blocks.items():
            block.set_name(name)
        return body

    return fill


@holds(FORMS)
class ReportBody(FoldingStreamBlock):
    """The body of a report: it may contain every block that has a form."""

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


@holds(node for node in FORMS if node in ON_PAGES)
class ContentBody(Body):
    """The body of a plain page."""
