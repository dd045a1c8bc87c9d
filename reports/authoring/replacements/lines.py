"""Searches and replaces in the line of a fact as readers see it: words, figure, words."""

from typing import Any

from reports.authoring.replacements.collector import Collector, flatten
from reports.authoring.replacements.values import Trail, compare_figures, replace_text
from reports.content.validation import lengths
from reports.core.figures import from_stored, parse, split
from reports.core.text.edits import Change, Edit, apply_edits, measure_edits

PARTS = ("before", "figure", "after")
CLOSING = (",", ".", ")", "…", "/")  # what no space comes before


class Line:
    """The words and the figure of a fact as one text, with the start of each part in it."""

    def __init__(self, value: dict[str, Any]) -> None:
        self.figure = from_stored(value.get("figure"))
        words = {name: value.get(name) for name in ("before", "after")}
        self.parts = {name: text if isinstance(text, str) else "" for name, text in words.items()}
        self.parts["figure"] = self.figure.raw
        self.text = ""
        self.starts: dict[str, int] = {}
        for name in PARTS:
            part = self.parts[name]
            if part and self.text and not part.startswith(CLOSING):
                self.text += " "
            self.starts[name] = len(self.text)
            self.text += part

    def find_part(self, edit: Edit) -> str:
        """Return the name of the part that contains an edit; empty if it spans several."""
        for name in PARTS:
            start, part = self.starts[name], self.parts[name]
            if part and start <= edit.start and edit.end <= start + len(part):
                return name
        return ""

    def replace(self, edits: list[Edit]) -> dict[str, str]:
        """Return the parts with the edits. If one spans several parts, the line is split again."""
        names = list(map(self.find_part, edits))
        if not all(names):
            before, expression, after = split(apply_edits(self.text, edits))
            return {"before": before.strip(), "figure": expression, "after": after.strip()}
        parts = dict(self.parts)
        for name in set(names):
            start = self.starts[name]
            inside = [
                Edit(edit.start - start, edit.end - start, edit.text)
                for edit, within in zip(edits, names, strict=True)
                if within == name
            ]
            parts[name] = apply_edits(parts[name], inside)
        return parts

    def assess(self, change: Change) -> tuple[str, str]:
        """Return how the figure of the line will be read, and why a change cannot be made."""
        figure = self.replace(list(change))["figure"]
        return (
            ("", "") if figure == self.figure.raw else compare_figures(self.figure, parse(figure))
        )


def replace_line(collector: Collector, value: dict[str, Any], trail: Trail) -> dict[str, Any]:
    """Return a stored fact with its replacements. Fixes of rules only change its words."""
    if not collector.with_figures:
        words = {name: value[name] for name in ("before", "after") if name in value}
        return value | {name: replace_text(collector, each, trail) for name, each in words.items()}
    line = Line(value)
    edits = flatten(collector.take(line.text, trail, line.assess))
    if not edits:
        return value
    collector.refuse_longer(
        measure_edits(len(line.text), edits), len(PARTS) * lengths.MAX_LINE_CHARACTERS, trail
    )
    parts = line.replace(edits)
    for name, part in parts.items():
        collector.refuse_longer(
            len(part), max(lengths.MAX_LINE_CHARACTERS, len(line.parts[name])), trail
        )
    figure = value.get("figure") if parts["figure"] == line.figure.raw else parts["figure"]
    return value | parts | {"figure": figure}
