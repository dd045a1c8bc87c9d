import json
from typing import Any

from django import forms
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from reports.tables.table import Table


class TableWidget(forms.Textarea):
    """A grid with one input per cell; one JSON form field behind it stays current.

    `text_columns` first columns hold words, the others figures. `reference` names the kind of
    snippet that a row's head may refer to (`indicator`, `service` or none). Both reach table.js as
    data attributes.
    """

    template_name = "reports/widgets/table.html"

    def __init__(self, text_columns: int = 1, reference: str = "", attrs: Any = None) -> None:
        super().__init__(attrs={"rows": 4, **(attrs or {})})
        self.text_columns = text_columns
        self.reference = reference

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"text_columns": self.text_columns, "reference": self.reference}
        return context

    def format_value(self, value: Any) -> str:
        if isinstance(value, Table):
            value = value.stored
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    class Media:
        js = tuple(f"reports/{name}.js" for name in ("figure", "sheet", "row", "table"))
        css = {"all": ("reports/editor.css",)}


class TableWidgetAdapter(WidgetAdapter):
    js_constructor = "bilan.TableWidget"


register(TableWidgetAdapter(), TableWidget)
