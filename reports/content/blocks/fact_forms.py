"""The form of a fact: one line of text, from which its figure is parsed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.blocks.field_block import FieldBlock
from wagtail.blocks.list_block import ListBlockAdapter
from wagtail.blocks.struct_block import StructBlockAdapter

from reports.content.blocks.fact_lines import FactParts, join_parts, read_line, split_line
from reports.content.blocks.facts import FigureBlock
from reports.content.blocks.node_block import NodeBlock
from reports.content.validation import lengths
from reports.core.figures import Figure

SCRIPTS = ("fact_line", "fact_list", "fact")
STYLES = ("editor", "fact")


class FactLineWidget(forms.Widget):
    """An input for one line, with two hidden inputs: its stored parts, and a corrected reading."""

    template_name = "reports/widgets/fact_line.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        texts = {key: data.get(f"{name}-{key}") or "" for key in ("line", "parts", "read_as")}
        return {**texts, "line": texts["line"].replace("\r\n", "\n")}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-line" not in data


class FactLineWidgetAdapter(WidgetAdapter):
    js_constructor = "bilan.FactLineWidget"


register(FactLineWidgetAdapter(), FactLineWidget)


class FactLineBlock(FieldBlock):
    """The line of a fact in forms. It is never stored: a fact is stored as its parts."""

    def __init__(self, required: bool = False, **kwargs: Any) -> None:
        widget = FactLineWidget(attrs={"data-bilan-longest": lengths.MAX_LINE_CHARACTERS})
        self.field = forms.CharField(required=required, widget=widget)
        super().__init__(**kwargs)


class SentenceBlock(NodeBlock):
    """A struct with a figure that the form shows as one line: its words and its figure.

    The line is split into parts when it is saved. It also posts the parts that it was made from:
    as long as the text has not changed, these parts are stored again unchanged.
    """

    def require_figure(self) -> None:
        """Refuse the publication of a line without a figure."""
        figure = self.child_blocks["figure"]
        required = FigureBlock(label=str(figure.label), help_text=figure.field_help)
        required.set_name("figure")
        self.child_blocks["figure"] = required

    @cached_property
    def form(self) -> blocks.StructBlock:
        """Return the struct that the form shows: the line, and the children beside the words."""
        others = {name: b for name, b in self.child_blocks.items() if name not in FactParts._fields}
        required = self.child_blocks["figure"].required
        line = FactLineBlock(label=str(self.label), required=required)
        return blocks.StructBlock(
            [("figure", line), *others.items()],
            label=str(self.label),
            icon=self.meta.icon,
            form_classname=self.meta.form_classname,
            label_format="{figure}",
            help_text=getattr(self.meta, "help_text", ""),
        )

    def get_form_state(self, value: Any) -> dict[str, Any]:
        state = {
            name: state
            for name, state in super().get_form_state(value).items()
            if name not in FactParts._fields
        }
        return {"figure": self.get_line_state(value), **state}

    def get_line_state(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return the line, its parts, and whether they are other than `split` would find."""
        figure: Figure = value["figure"]
        words = {name: value.get(name) or "" for name in ("lead", "before", "after")}
        parts = FactParts(**words, figure=figure.raw)
        rest = join_parts(parts[1:])
        is_fixed = split_line(rest, figure.read_as or "")[1:] != parts[1:]
        return {
            "line": join_parts(parts),
            "parts": list(parts) if any(parts) else [],
            "isFixed": is_fixed,
            "readAs": figure.read_as or "",
        }

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        widget, name = self.form.child_blocks["figure"].field.widget, f"{prefix}-figure"
        if widget.value_omitted_from_data(data, files, name):
            return super().value_from_datadict(data, files, prefix)  # a form that was open before
        posted = widget.value_from_datadict(data, files, name)
        stored = self.read_parts(**posted)
        return self._to_struct_value(
            [
                (
                    name,
                    child.to_python(stored[name])
                    if name in stored
                    else child.value_from_datadict(data, files, f"{prefix}-{name}"),
                )
                for name, child in self.child_blocks.items()
            ]
        )

    def read_parts(self, line: str, parts: str, read_as: str) -> dict[str, Any]:
        """Return the stored parts of a line. A lead goes before the figure where there is none."""
        read = read_line(line, parts, read_as)
        if "lead" not in self.child_blocks:
            read = read._replace(lead="", before=join_parts((read.lead, read.before)))
        stored: dict[str, Any] = read._asdict()
        return {**stored, "figure": {"raw": read.figure, "read_as": read_as or None}}


class SentenceBlockAdapter(StructBlockAdapter):
    """Packs the form of a fact, which may suggest the words of last year's report."""

    js_constructor = "bilan.FactBlock"

    def js_args(self, block: SentenceBlock) -> list[Any]:
        _, children, meta = super().js_args(block.form)
        return [block.name, children, meta]

    @cached_property
    def media(self) -> forms.Media:
        scripts: list[Any] = [Script(f"reports/{name}.js", type="module") for name in SCRIPTS]
        styles = [f"reports/{name}.css" for name in STYLES]
        return super().media + forms.Media(js=scripts, css={"all": styles})


class FactsBlock(blocks.ListBlock):
    """A list of facts with one line each, and keyboard shortcuts to move between the lines."""

    class Meta:
        form_classname = "bilan-facts"

    def deconstruct(self) -> tuple[str, Any, Any]:
        """A list, to migrations: only its form is another."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.ListBlock", args, kwargs


class FactsBlockAdapter(ListBlockAdapter):
    js_constructor = "bilan.FactsBlock"

    @cached_property
    def media(self) -> forms.Media:
        return super().media + SentenceBlockAdapter().media


register(FactsBlockAdapter(), FactsBlock)
