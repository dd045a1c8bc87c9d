"""Creates and normalises anchors, the public addresses of headings in a report."""

import re
import unicodedata
from collections import Counter
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


class AnchorNames:
    """The anchors in use on one page; `take` returns each only once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self.numbers: Counter[str] = Counter()  # the last that was tried for each anchor

    def take(self, anchor: str) -> str:
        """Take `anchor`, or `anchor-1`, `anchor-2`… where it is taken.

        Notes have theirs: « Note 1 » is `section-note-1`, a second « Note » `section-note`.
        """
        anchor = anchor or "section"
        numbered = anchor in self.taken and OF_NOTES.fullmatch(f"{anchor}-1")
        if numbered or OF_NOTES.fullmatch(anchor):
            anchor = f"section-{anchor}"
        candidate = anchor
        while candidate in self.taken:
            self.numbers[anchor] += 1
            candidate = f"{anchor}-{self.numbers[anchor]}"
        self.taken.add(candidate)
        return candidate


def settle_anchors(headings: Iterable[dict]) -> None:
    """Gives an anchor of its own to each heading value that has none or shares one.

    Earlier headings keep theirs; an anchor that a heading has already is never changed otherwise.
    An old anchor that has become a heading's own, or another's old one, is dropped.
    """
    headings = list(headings)
    stored = [normalize_anchor(heading.get("anchor") or "") for heading in headings]
    names = AnchorNames(stored)
    taken: set[str] = set()
    for heading, anchor in zip(headings, stored, strict=True):
        if not anchor or anchor in taken:
            anchor = names.take(slugify(heading.get("text") or ""))
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
