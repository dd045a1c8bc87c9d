"""Anchors: the public addresses of headings inside a report."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

OF_NOTES = re.compile(r"(?:note|appel)-\d+(?:-\d+)?", re.ASCII)  # as `notes.Mark` has them


def slugify(title: str) -> str:
    """The anchor that a heading is born with: as kramdown and GitHub make it, accents kept."""
    text = unicodedata.normalize("NFC", title).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def normalize_anchor(anchor: str) -> str:
    """One form for `#état-des-lieux`, `état-des-lieux` and `%C3%A9tat-des-lieux`."""
    return unicodedata.normalize("NFC", unquote(anchor.removeprefix("#")))


def find_free_anchor(anchor: str, taken: Iterable[str]) -> str:
    """`anchor`, or `anchor-1`, `anchor-2`… where it is taken, or is that of a note."""
    taken = set(taken)
    anchor = anchor or "section"
    candidate, number = anchor, 0
    while candidate in taken or OF_NOTES.fullmatch(candidate):
        number += 1
        candidate = f"{anchor}-{number}"
    return candidate


def settle_anchors(headings: Iterable[dict]) -> None:
    """Gives an anchor of its own to each heading value that has none or shares one.

    Earlier headings keep theirs; an anchor that a heading has already is never changed otherwise.
    An old anchor that has become a heading's own, or another's old one, is dropped.
    """
    headings = list(headings)
    taken: set[str] = set()
    for heading in headings:
        anchor = normalize_anchor(heading.get("anchor") or "")
        if not anchor or anchor in taken:
            claimed = taken | {
                normalize_anchor(h.get("anchor") or "") for h in headings if h is not heading
            }
            anchor = find_free_anchor(slugify(heading.get("text") or ""), claimed)
        if heading.get("anchor") != anchor:
            heading["anchor"] = anchor
        taken.add(anchor)
    for heading in headings:
        old = list(heading.get("old_anchors") or ())
        old_anchors = []
        for anchor in dict.fromkeys(map(normalize_anchor, old)):
            if anchor and anchor not in taken:
                old_anchors.append(anchor)
                taken.add(anchor)
        if old_anchors != old:  # a list that is set anew has items with new ids
            heading["old_anchors"] = old_anchors
