"""Blocks for facts, which are words around one leading figure."""

from wagtail import blocks
from wagtail.admin.telepath import register

from reports.content.blocks.fact_forms import SentenceBlock, SentenceBlockAdapter
from reports.content.blocks.node_forms import form_of
from reports.core.document.facts import Fact, ListedFact


@form_of(Fact)
class FactBlock(SentenceBlock):
    """The form of one fact: the words before its leading figure, the figure, the words after it."""

    class Meta:
        icon = "decimal"
        form_classname = "struct-block bilan-fact"
        label_format = "{before} {figure} {after}"
        description = "Un chiffre entouré de ses mots."
        preview_value = {"before": "", "figure": "Plus de 18 000", "after": "conventions signées"}


@form_of(ListedFact)
class ListedFactBlock(SentenceBlock):
    """The form of one line of a list, with the figure that it states."""

    class Meta:
        icon = "list-ul"
        form_classname = "struct-block bilan-fact"
        label_format = "{lead} {before} {figure} {after}"


def register_fact_forms(block: blocks.Block) -> None:
    """Register the form of a fact for each struct with a figure, in a block and below it."""
    if isinstance(block, blocks.ListBlock):
        register_fact_forms(block.child_block)
    elif isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock):
        children = block.child_blocks.values()
        if isinstance(block, SentenceBlock):
            register(SentenceBlockAdapter(), type(block))
        for child in children:
            register_fact_forms(child)
