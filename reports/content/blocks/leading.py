"""The checkbox by which editors mark the figures that sum up a report."""

from typing import Any

from wagtail import blocks

from reports.core.document.facts import LEADING


class LeadingBlock(blocks.BooleanBlock):
    def __init__(self, help_text: str = "Montre ce chiffre en tête du bilan.", **kwargs: Any):
        kwargs = {"required": False, "label": LEADING, **kwargs}
        super().__init__(help_text=help_text, **kwargs)


class MarkedStructBlock(blocks.StructBlock):
    """A struct with a checkbox `leading`, which is stored only if it is ticked."""

    def get_prep_value(self, value: Any) -> dict[str, Any]:
        stored: dict[str, Any] = super().get_prep_value(value)
        if not stored.get("leading"):
            stored.pop("leading", None)
        return stored
