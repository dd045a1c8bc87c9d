"""Reads the table of contents of an old page, whose anchors readers may have linked to.

`recognition` gives them to the headings as old anchors.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from reports.core.document.outline import number_headings
from reports.core.document.text_blocks import Heading
from reports.core.text import anchors
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.registry import fold_name


@dataclass(frozen=True)
class Entry:
    """A link of the table of contents: its anchor, its words, and its place as a number (3.2)."""

    anchor: str
    text: str
    number: str


def list_entries(html: str) -> list[Entry]:
    """Return the links of a table of contents, each with its place as a number such as 3.2."""

    def walk(element: Tag, number: str) -> Iterator[Entry]:
        for place, li in enumerate(element.find_all("li", recursive=False), 1):
            item_number = f"{number}.{place}" if number else str(place)
            link = li.find("a")
            if isinstance(link, Tag) and str(link.get("href") or "").startswith("#"):
                yield Entry(
                    anchors.normalize_anchor(str(link["href"])), words_of(link), item_number
                )
            for child in li.find_all(["ol", "ul"], recursive=False):
                yield from walk(child, item_number)

    top = BeautifulSoup(html, "lxml").find(["ol", "ul"])
    return list(walk(top, "")) if isinstance(top, Tag) else []


def read_sidebar(folder: Path | None) -> list[Entry]:
    """Return the entries of `sidebar.html` in the folder of assets; none if it is missing."""
    path = folder / "sidebar.html" if folder else None
    if path is None or not path.is_file():
        return []
    return list_entries(path.read_text(encoding="utf-8", errors="replace"))


def settle_anchors(drafts: Sequence[Draft], entries: Sequence[Entry]) -> list[Notice]:
    """Give headings their anchors, and the old ones that a table of contents has for them.

    An old anchor goes to the heading with the same text; else to one whose text is part of the
    entry's (« FAST 14 » for « Lauréats FAST 14 »); else to the one with the same number.
    """
    headings = [draft for draft in drafts if draft.kind == "heading"]
    anchors.settle_anchors(heading.value for heading in headings)
    heading_anchors = {heading.value["anchor"] for heading in headings}
    sections = number_headings(Heading(level=heading.value["level"]) for heading in headings)
    numbers = {
        section.number: heading
        for heading, (_, section) in zip(headings, sections, strict=True)
        if section is not None
    }
    texts: dict[str, Draft] = {}
    for heading in headings:
        texts.setdefault(fold_name(heading.value["text"]), heading)
    notices = []
    for entry in entries:
        if entry.anchor in heading_anchors:
            continue
        heading_or_none = find_named(fold_name(entry.text), texts) or numbers.get(entry.number)
        if heading_or_none is None:
            notices.append(Notice(0, f"sommaire : aucun titre pour l’ancre #{entry.anchor}"))
        else:
            heading_or_none.value["old_anchors"].append(entry.anchor)
    anchors.settle_anchors(heading.value for heading in headings)
    return notices


def find_named(name: str, texts: Mapping[str, Draft]) -> Draft | None:
    """Return the heading with a name, or the one whose text is its longest run of words."""
    words = name.split()
    places = range(len(words) + 1)
    runs = (" ".join(words[start:end]) for start, end in combinations(places, 2))
    within = [run for run in runs if run in texts]
    return texts[max(within, key=len)] if within else None


def find_dead_anchors(
    source_lines: Sequence[tuple[int, str]], drafts: Sequence[Draft]
) -> list[Notice]:
    """Return notices about links within the page whose anchor no heading has or had."""
    known = {
        anchor
        for draft in drafts
        if draft.kind == "heading"
        for anchor in (draft.value["anchor"], *draft.value["old_anchors"])
    }
    return [
        Notice(line, f"lien vers une ancre sans titre : #{anchors.normalize_anchor(anchor)}")
        for line, anchor in source_lines
        if anchors.normalize_anchor(anchor) not in known
    ]
