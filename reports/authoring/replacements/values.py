"""Replaces text in single values of a block: words, rich text, figures and cells."""

from typing import Any

from reports.authoring.replacements.collector import Collector, Judge, flatten
from reports.content.validation import lengths
from reports.core.document.table import Cell
from reports.core.figures import Figure, compose, from_stored, parse
from reports.core.text.edits import Change, apply_edits
from reports.core.text.html_lines import HtmlLine, iterate_html_lines, sort_edits

Trail = tuple[str, ...]

SPLIT_LINK = "À cheval sur un lien, ou tout ce lien\u00a0: à remplacer à la main."
NO_NUMBER = "« {} » ne se lirait plus comme un nombre\u00a0: à remplacer à la main."


def replace_text(collector: Collector, value: Any, trail: Trail, most: int = lengths.LINE) -> Any:
    """Return a text on one line with its replacements; any other value is returned unchanged."""
    if not isinstance(value, str):
        return value
    edits = flatten(collector.take(value, trail))
    return collector.apply(value, edits, most, trail)


def replace_html(
    collector: Collector, value: Any, trail: Trail, most: int = lengths.RICH_TEXT
) -> Any:
    """Return rich text with its replacements; tags and addresses stay."""
    if not isinstance(value, str):
        return value
    edits = [
        part
        for line in iterate_html_lines(value)
        if line.text
        for change in collector.take(line.text, trail, judge_links(line), line.native)
        for edit in change
        for part in line.to_html(edit)
    ]
    return collector.apply(value, sort_edits(edits), most, trail)


def judge_links(line: HtmlLine) -> Judge:
    """Return a function that refuses changes that would split a link in a line of rich text."""

    def judge(change: Change) -> tuple[str, str]:
        return "", SPLIT_LINK if any(map(line.splits_link, change)) else ""

    return judge


def replace_figure(collector: Collector, value: Any, trail: Trail, most: int = lengths.LINE) -> Any:
    """Return a stored figure with its replacements; a changed one loses its corrected reading."""
    figure = from_stored(value)
    if not collector.with_figures or not figure.raw:
        return value
    edits = flatten(collector.take(figure.raw, trail, judge_figure(figure)))
    return collector.apply(figure.raw, edits, most, trail) if edits else value


def judge_figure(figure: Figure) -> Judge:
    """Return the judge of the changes in the expression of a figure."""

    def judge(change: Change) -> tuple[str, str]:
        return compare_figures(figure, parse(apply_edits(figure.raw, change)))

    return judge


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
    judge = judge_figure(figure)
    if is_words or not figure.is_number:
        edits = flatten(collector.take(cell.raw, trail))
    else:
        edits = flatten(collector.take(cell.raw, trail, judge))
    raw = collector.apply(cell.raw, edits, lengths.CELL, trail)
    if raw == cell.raw:
        return stored
    return Cell(raw, None if collector.with_figures else cell.read_as, cell.url).stored
