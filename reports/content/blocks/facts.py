"""The widget, form field and block of a figure."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail.blocks.field_block import FieldBlock

from reports.content.blocks.words import validate_line
from reports.core.figures import Figure, from_stored, parse


class FigureWidget(forms.MultiWidget):
    """Two inputs: the expression as typed, and the corrected reading if it is read wrongly.

    Forms now show `fact_forms` instead; only forms that were opened before still post these inputs.
    """

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"": forms.TextInput(), "read_as": forms.TextInput()}, attrs)

    def decompress(self, value: Any) -> list[str | None]:
        figure = value if isinstance(value, Figure) else from_stored(value)
        return [figure.raw, figure.read_as]


class FigureField(forms.MultiValueField):
    """Parses an expression into a `Figure`. Any text is accepted; what is no figure is words."""

    widget = FigureWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = (
            forms.CharField(strip=False, validators=[validate_line]),
            forms.CharField(required=False, validators=[validate_line]),
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values: list[str]) -> Figure:
        raw, read_as = [*values, "", ""][:2]
        return parse(raw or "", read_as or None)


class FigureBlock(FieldBlock):
    """A figure: stored as typed, and parsed when it is loaded (see `reports.core.figures`)."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.required_figure = required
        self.field_help = help_text
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> FigureField:
        return FigureField(required=self.required_figure, help_text=self.field_help)

    def get_default(self) -> Figure:
        return self.normalize(self.meta.default or "")

    def to_python(self, value: Any) -> Figure:
        return from_stored(value)

    def normalize(self, value: Any) -> Figure:
        return value if isinstance(value, Figure) else from_stored(value)

    def get_prep_value(self, value: Figure) -> str | dict[str, str]:
        return self.normalize(value).stored

    def value_from_form(self, value: Any) -> Figure:
        if isinstance(value, list):
            return self.field.compress(value)
        return self.normalize(value)

    def value_for_form(self, value: Figure) -> list[str | None]:
        return [value.raw, value.read_as]

    def get_form_state(self, value: Figure) -> list[str]:
        return [value.raw, value.read_as or ""]

    def get_searchable_content(self, value: Figure) -> list[str]:
        return [value.raw] if value.raw else []

    class Meta:
        icon = "decimal"
