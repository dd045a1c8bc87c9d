"""Rich text: its words and its links."""

import re
from html import unescape

from reports.checks.reading import Reading
from reports.checks.reading.parts import Link, Text
from reports.checks.reading.place import Place
from reports.richtext import TAG, plain

__all__ = ["plain", "rich"]

ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(href|linktype|id)=\"([^\"]*)\"")


def rich(reading: Reading, html: str, place: Place, role: str) -> None:
    """Adds the words of `html` and its links."""
    if not html.strip():
        return
    # A line break in the source is a space to readers: a line is a paragraph or an item.
    reading.texts.append(Text(place, role, plain(html.replace("\n", " ")), html))
    for attributes, inner in ANCHOR.findall(html):
        found = dict(ATTRIBUTE.findall(attributes))
        words = " ".join(unescape(TAG.sub("", inner)).split())
        row = int(found["id"]) if found.get("id", "").isdigit() else None
        kind = found.get("linktype")
        reading.links.append(
            Link(
                place,
                words,
                unescape(found.get("href", "")),
                row if kind == "page" else None,
                row if kind == "document" else None,
            )
        )
