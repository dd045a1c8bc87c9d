"""Replaces text in single values of a block: words, rich text, figures and cells."""

from collections.abc import Mapping
from typing import Any

from reports.authoring.replacements.collector import Assess, Collector, flatten
from reports.content.validation import lengths
from reports.core.document.table import Cell
from reports.core.figures import Figure, compose, from_stored, parse
from reports.core.text.cited_lines import cite_line, split_cited_line
from reports.core.text.edits import Change, apply_edits
from reports.core.text.html_lines import sort_edits

Trail = tuple[str, ...]

NO_NUMBER = "« {} » ne se lirait plus comme un nombre\u00a0: à remplacer à la main."


def replace_text(
    collector: Collector, value: Any, trail: Trail, most: int = lengths.MAX_LINE_CHARACTERS
) -> Any:
    """Return a text on one line with its replacements; any other value is returned unchanged."""
    if not isinstance(value, str):
        return value
    edits = flatten(collector.take(value, trail))
    return collector.apply(value, edits, most, trail)


def replace_cited_line(
    collector: Collector, values: Mapping[str, Any], name: str, cited_in: str, trail: Trail
) -> dict[str, str]:
    """Return what changes of a line, and of the citations that are stored beside it."""
    value, stored = values[name], values.get(cited_in)
    if not isinstance(value, str):
        return {}
    html = cite_line(value, stored if isinstance(stored, str) else "")
    edits = sort_edits(collector.edit_html(html, trail))
    if not edits:
        return {}
    line, cited = split_cited_line(apply_edits(html, edits))
    collector.refuse_longer(len(line), max(lengths.MAX_LINE_CHARACTERS, len(value)), trail)
    return {name: line} | ({cited_in: cited} if cited or stored else {})


def replace_html(
    collector: Collector, value: Any, trail: Trail, most: int = lengths.MAX_RICH_TEXT_CHARACTERS
) -> Any:
    """Return rich text with its replacements; tags and addresses stay."""
    if not isinstance(value, str):
        return value
    return collector.apply(value, sort_edits(collector.edit_html(value, trail)), most, trail)


def replace_note(collector: Collector, value: Any, trail: Trail) -> Any:
    """Return the rich text of a note below a row with its replacements."""
    if not isinstance(value, str):
        return value
    edits = sort_edits(collector.edit_note(value, trail))
    return collector.apply(value, edits, lengths.MAX_NOTE_CHARACTERS, trail)


def replace_figure(
    collector: Collector, value: Any, trail: Trail, most: int = lengths.MAX_LINE_CHARACTERS
) -> Any:
    """Return a stored figure with its replacements; a changed one loses its corrected reading."""
    figure = from_stored(value)
    if not collector.with_figures or not figure.raw:
        return value
    edits = flatten(collector.take(figure.raw, trail, build_figure_assessor(figure)))
    return collector.apply(figure.raw, edits, most, trail) if edits else value


def build_figure_assessor(figure: Figure) -> Assess:
    """Return a function that assesses changes in the expression of a figure."""

    def assess(change: Change) -> tuple[str, str]:
        return compare_figures(figure, parse(apply_edits(figure.raw, change)))

    return assess


def compare_figures(old: Figure, new: Figure) -> tuple[str, str]:
    """Return how a new figure is read, and the fault of one that is a number no more."""
    if new.is_number:
        return f"Lu\u00a0: {compose(new)}", ""
    return "", NO_NUMBER.format(new.raw) if old.is_number and new.raw.strip() else ""


def replace_cell(collector: Collector, stored: Any, trail: Trail, is_words: bool) -> Any:
    """Return a stored cell: words, or a figure in a column of figures."""
    cell = Cell.from_stored(stored)
    figure = cell.printed_figure
    if not cell.raw or (figure.is_number and not collector.with_figures):
        return stored
    if not collector.with_figures and not any(map(str.isalpha, cell.raw)):
        return stored  # which may be read as a figure, « (1 200) »
    assess = build_figure_assessor(figure)
    if is_words or not figure.is_number:
        edits = flatten(collector.take(cell.raw, trail))
    else:
        edits = flatten(collector.take(cell.raw, trail, assess))
    raw = collector.apply(cell.raw, edits, lengths.MAX_CELL_CHARACTERS, trail)
    if raw == cell.raw:
        return stored
    return Cell(raw, None if collector.with_figures else cell.read_as, cell.url).stored
