"""The field of a form that holds the citations of the line of words beside it."""

from typing import Any

from django import forms
from wagtail import blocks

from reports.content.validation import lengths
from reports.core.citations.citation import read_addresses
from reports.core.text.citations import list_citations, write_citation


def validate_citations(stored: str) -> None:
    lengths.refuse_longer(stored, lengths.MAX_NOTE_CHARACTERS)


class CitationsBlock(blocks.CharBlock):
    """A hidden field; a script shows beside the line which of its numbers cite figures."""

    def __init__(self, line: str) -> None:
        super().__init__(
            required=False, form_classname="bilan-hidden", validators=(validate_citations,)
        )
        self.field.widget = forms.HiddenInput(
            {"data-controller": "bilan-cited-line", "data-bilan-cited-line-name-value": line}
        )

    def clean(self, value: Any) -> Any:
        """Keep what cites figures, and drop all else that a form may send."""
        stored = list_citations(super().clean(value) or "")
        return "".join(write_citation(each) for each in stored if read_addresses(each.addresses))

    def get_searchable_content(self, value: Any) -> list[str]:
        return []
