"""Replaces text in the fields of a report outside its body: titles and introduction."""

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
    """Return the texts of these fields that a form posts; unreadable ones are left out."""
    values = {
        name: find_form_field(name).widget.value_from_datadict(data, files, name)
        for name in LABELS
        if name in data
    }
    return {name: value for name, value in values.items() if value and value != UNREADABLE}


def replace_fields(collector: Collector, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that have changed, in stored form."""
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
    """Return stored fields in the format of the form's inputs."""
    return {name: find_form_field(name).widget.format_value(text) for name, text in fields.items()}


def find_form_field(name: str) -> Any:
    return AnnualReportPage._meta.get_field(name).formfield()
