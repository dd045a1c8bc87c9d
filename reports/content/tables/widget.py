import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from reports.core.document.table import MOST_COLUMNS, MOST_ROWS, Table


class TableWidget(forms.Textarea):
    """A grid with one input per cell; one JSON form field behind it stays current.

    `text_columns` first columns hold words, the others figures. `reference` names the kind of
    snippet that a row's head may refer to (`indicator`, `service` or none). `lines` are a list's:
    their columns stay as they are, and their cells are phrases, words around a figure. Below those
    with `totals` stands what each column of figures adds up to. All reach table.js as data
    attributes.
    """

    template_name = "reports/widgets/table.html"

    def __init__(
        self,
        text_columns: int = 1,
        reference: str = "",
        lines: bool = False,
        totals: bool = False,
        attrs: Any = None,
    ) -> None:
        super().__init__(attrs={"rows": 4, **(attrs or {})})
        self.text_columns = text_columns
        self.reference = reference
        self.lines = lines
        self.totals = totals

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "text_columns": self.text_columns,
            "reference": self.reference,
            "lines": self.lines,
            "totals": self.totals,
            "most_rows": MOST_ROWS,
            "most_columns": MOST_COLUMNS,
        }
        return context

    def format_value(self, value: Any) -> str:
        if isinstance(value, Table):
            value = value.stored
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    class Media:
        js = (Script("reports/table.js", type="module"),)
        css = {"all": ("reports/editor.css", "reports/records.css")}


class TableWidgetAdapter(WidgetAdapter):
    js_constructor = "bilan.TableWidget"


register(TableWidgetAdapter(), TableWidget)
