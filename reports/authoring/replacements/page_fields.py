"""Replacements in the fields of a report outside its body: titles and introduction."""

from collections.abc import Mapping
from typing import Any

from reports.authoring.replacements.collector import Collector
from reports.authoring.replacements.values import replace_html, replace_text
from reports.content.blocks.words import UNREADABLE
from reports.content.models import AnnualReportPage

LABELS = {"title": "Titre", "hero_title": "Titre affiché", "introduction": "Chapô"}
RICH_TEXT = "introduction"
BLOCK = "page"  # what passages name in the place of a block


def read_fields(data: Mapping[str, Any], files: Any) -> dict[str, str]:
    """Return the words that a form posts; what cannot be read is left out."""
    values = {
        name: find_form_field(name).widget.value_from_datadict(data, files, name)
        for name in LABELS
        if name in data
    }
    return {name: value for name, value in values.items() if value and value != UNREADABLE}


def replace_fields(collector: Collector, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that are other ones now, as they are stored."""
    collector.begin(BLOCK)
    made = {}
    for name, value in fields.items():
        trail = (LABELS[name],)
        if name == RICH_TEXT:
            made[name] = replace_html(collector, value, trail)
        else:
            made[name] = replace_text(collector, value, trail, find_form_field(name).max_length)
    return {name: value for name, value in made.items() if value != fields[name]}


def format_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Return stored fields as the inputs of the form hold them."""
    return {name: find_form_field(name).widget.format_value(text) for name, text in fields.items()}


def find_form_field(name: str) -> Any:
    return AnnualReportPage._meta.get_field(name).formfield()
