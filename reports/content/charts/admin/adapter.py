"""The telepath adapter of chart blocks, which adds a panel with the drawing to the form."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.blocks.struct_block import StructBlockAdapter


class ChartBlockAdapter(StructBlockAdapter):
    js_constructor = "bilan.ChartBlock"

    def js_args(self, block: Any) -> list[Any]:
        return [*super().js_args(block), reverse("bilan_chart")]

    @cached_property
    def media(self) -> forms.Media:
        scripts: list[Any] = [Script("reports/chart.js", type="module")]
        return super().media + forms.Media(js=scripts, css={"all": ["reports/chart.css"]})
