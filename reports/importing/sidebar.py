"""The hand-kept table of contents of an old page: its anchors are public addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from reports import anchors, outline
from reports.importing.draft import Draft
from reports.importing.findings import Notice
from reports.importing.inline import words_of
from reports.importing.registry import folded


@dataclass(frozen=True)
class Entry:
    anchor: str
    text: str
    number: str


def entries(html: str) -> list[Entry]:
    """The links of a table of contents, with their place in it as a number such as 3.2."""

    def walk(element: Tag, number: str) -> Iterator[Entry]:
        for place, li in enumerate(element.find_all("li", recursive=False), 1):
            own = f"{number}.{place}" if number else str(place)
            link = li.find("a")
            if isinstance(link, Tag) and str(link.get("href") or "").startswith("#"):
                yield Entry(anchors.bare(str(link["href"])), words_of(link), own)
            for child in li.find_all(["ol", "ul"], recursive=False):
                yield from walk(child, own)

    top = BeautifulSoup(html, "lxml").find(["ol", "ul"])
    return list(walk(top, "")) if isinstance(top, Tag) else []


def read(folder: Path | None) -> list[Entry]:
    """The entries of `sidebar.html` in the folder of assets; none where there is no such file."""
    path = folder / "sidebar.html" if folder else None
    if path is None or not path.is_file():
        return []
    return entries(path.read_text(encoding="utf-8", errors="replace"))


def settle(drafts: Sequence[Draft], found: Sequence[Entry]) -> list[Notice]:
    """Gives headings their anchors, and the old ones that a table of contents has for them.

    An old anchor goes to the heading with the same text, else to the one at the same place.
    """
    headings = [draft for draft in drafts if draft.kind == "heading"]
    anchors.settle(heading.value for heading in headings)
    own = {heading.value["anchor"] for heading in headings}
    numbers = {
        entry.number: heading
        for heading, entry in zip(headings, outline.number(place(h) for h in headings), strict=True)
    }
    texts: dict[str, Draft] = {}
    for heading in headings:
        texts.setdefault(folded(heading.value["text"]), heading)
    notices = []
    for entry in found:
        if entry.anchor in own:
            continue
        heading_or_none = texts.get(folded(entry.text)) or numbers.get(entry.number)
        if heading_or_none is None:
            notices.append(Notice(0, f"sommaire : aucun titre pour l’ancre #{entry.anchor}"))
        else:
            heading_or_none.value["old_anchors"].append(entry.anchor)
    anchors.settle(heading.value for heading in headings)
    return notices


def place(heading: Draft) -> tuple[str, int, str, str]:
    value = heading.value
    return "", int(value["level"]), value["text"], value["anchor"]


def astray(source_lines: Sequence[tuple[int, str]], drafts: Sequence[Draft]) -> list[Notice]:
    """Links inside the page whose anchor no heading has, neither now nor formerly."""
    known = {
        anchor
        for draft in drafts
        if draft.kind == "heading"
        for anchor in (draft.value["anchor"], *draft.value["old_anchors"])
    }
    return [
        Notice(line, f"lien vers une ancre sans titre : #{anchors.bare(anchor)}")
        for line, anchor in source_lines
        if anchors.bare(anchor) not in known
    ]
