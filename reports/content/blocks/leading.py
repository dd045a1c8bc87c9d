"""The checkbox by which editors mark the figures that sum up a report."""

from typing import Any

from wagtail import blocks

from reports.core.document.facts import LEADING


class LeadingBlock(blocks.BooleanBlock):
    def __init__(self, help_text: str = "Montre ce chiffre en tête du bilan.", **kwargs: Any):
        kwargs = {"required": False, "label": LEADING, **kwargs}
        super().__init__(help_text=help_text, **kwargs)
