"""Accepts SVG drawings of an archive only if they consist of what our own charts consist of.

They are inserted into pages, so they must not run scripts or fetch anything.
"""

import re
from xml.etree import ElementTree

from reports.content.charts.markup import ELEMENTS, REFUSED, SVG

MAX_DRAWING_CHARACTERS = 2_000_000  # characters; the largest of real reports has 60,000
MAX_DEPTH = 50  # levels of elements; drawings of charts have some ten
OUTSIDE = re.compile(r"url\((?!#)|javascript:|data:", re.IGNORECASE)


def is_safe_drawing(svg: str) -> bool:
    """Return whether an SVG can neither run scripts nor fetch anything."""
    if (
        len(svg) > MAX_DRAWING_CHARACTERS
        or "<!" in svg
        or "<?" in svg
        or not svg.endswith("</svg>")
    ):
        return False
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return False
    if not is_shallow(root):
        return False
    return root.tag == f"{{{SVG}}}svg" and all(
        element.tag.removeprefix(f"{{{SVG}}}") in ELEMENTS
        and not any(REFUSED.match(name) or OUTSIDE.search(value) for name, value in element.items())
        for element in root.iter()
    )


def is_shallow(root: ElementTree.Element) -> bool:
    """Return whether elements are nested no deeper than in any drawing of ours."""
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
    return not level
