"""The form widget of a table: a grid, whose script keeps one JSON field up to date."""

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from reports.core.document.table import MAX_COLUMNS, MAX_ROWS, Table


class TableWidget(forms.Textarea):
    """A grid with one input for each cell, and one form field with the table as JSON.

    The first `text_columns` columns have words, the others figures. `reference` is the kind of
    records that the head of a row may refer to (`indicator`, `service` or none). With `lines`, the
    grid edits a list: its columns are fixed, and a cell has words around a figure. With `totals`,
    the sum of each column of figures is shown below. All of these reach `table.js` as data
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
            "most_rows": MAX_ROWS,
            "most_columns": MAX_COLUMNS,
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
