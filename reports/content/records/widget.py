"""The form widget of a reference: an input that finds records by what is typed in it."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from reports.content.blocks.references import SnippetReferenceBlock
from reports.content.records.serializers import serialize_record


class RecordWidget(forms.TextInput):
    """A hidden input with the row id of the chosen record; `record.js` builds the visible part."""

    input_type = "hidden"
    is_hidden = False
    template_name = "reports/widgets/record.html"

    def __init__(self, model: Any, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.model = model

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        kind = self.model._meta.model_name
        context["widget"]["kind"] = kind
        context["widget"]["records"] = reverse("bilan_records", args=[kind])
        context["widget"]["references"] = reverse("bilan_references", args=[kind])
        return context

    def get_value_data(self, record: Any) -> dict[str, Any] | None:
        """Return what the widget shows of the chosen record."""
        return serialize_record(record) if record is not None else None

    class Media:
        js = (
            Script("reports/reference.js", type="module"),
            Script("reports/arrival.js", type="module"),
        )
        css = {"all": ("reports/editor.css", "reports/records.css")}


class RecordWidgetAdapter(WidgetAdapter):
    js_constructor = "bilan.RecordWidget"


register(RecordWidgetAdapter(), RecordWidget)


def connect() -> None:
    """Have blocks that refer to a record use this widget."""
    SnippetReferenceBlock.widget_class = RecordWidget
