"""Facts: words, one leading figure, words."""

from typing import Any

from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact, Link, Text
from reports.checks.reading.place import Place


def fact(reading: Reading, value: Any, place: Place, heading: str = "") -> Fact:
    """One fact: its parts, its line, its link."""
    before, after = value["before"] or "", value["after"] or ""
    found = Fact(place, before, value["figure"], after, heading, value.get("lead") or "")
    if found.line:
        reading.facts.append(found)
        reading.texts.append(Text(place, "fact", found.line))
    if value["url"]:
        reading.links.append(Link(place, found.line, value["url"]))
    return found
