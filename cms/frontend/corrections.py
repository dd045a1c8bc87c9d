"""Shows the corrections of a published report next to its figures, and in a list."""

from collections.abc import Iterator
from typing import Any

MARKED = ("CORRECTION", "NEW_INFORMATION")  # a typo is listed, and marked nowhere


def arrange_corrections(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the corrections of a report, those of the last version first, and mark its figures.

    A figure that was corrected twice is marked with the last correction.
    """
    corrections = [
        {**each, "rank": rank, "has_unquoted_figures": has_unquoted_figures(each)}
        for rank, each in enumerate(report["corrections"], 1)
    ]
    marks = {(each["row"], each["column"]): each for each in corrections if each["kind"] in MARKED}
    for block in report["body"]:
        mark_figures(block, marks)
        mark_cells(block, marks)
    return sorted(corrections, key=lambda each: (-each["version"], each["rank"]))


def list_corrected_figures(corrections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the corrections of figures; those of words have neither `before` nor `after`."""
    figures = (each for each in corrections if each["before"] or each["after"])
    return [each for each in figures if each["kind"] == "CORRECTION"]


def has_unquoted_figures(correction: dict[str, Any]) -> bool:
    """Say whether the figures before and after must be printed, because the sentence lacks them."""
    figures = list(filter(None, (correction["before"], correction["after"])))
    return any(figure not in correction["sentence"] for figure in figures)


def mark_figures(block: dict[str, Any], marks: dict[Any, dict[str, Any]]) -> None:
    """Give each fact of a block the last correction of its figure."""
    for fact in iterate_facts(block):
        fact["correction"] = marks.get((fact["id"], None))


def iterate_facts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield all that has a figure and an id, however deep."""
    if isinstance(value, dict):
        if "figure" in value and "id" in value:
            yield value
        for below in value.values():
            yield from iterate_facts(below)
    elif isinstance(value, list):
        for below in value:
            yield from iterate_facts(below)


def mark_cells(block: dict[str, Any], marks: dict[Any, dict[str, Any]]) -> None:
    """Give each cell of a table the last correction of its figure."""
    for name in ("rows", "indicatorRows", "awards"):
        for row in block.get(name) or ():
            for cell in row["cells"]:
                cell["correction"] = marks.get((row["id"], cell["column"]))
