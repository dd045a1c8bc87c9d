"""Finds the line of an element in the file, which parsed elements carry as an attribute."""

import re
from typing import Any

from bs4 import Tag

LINE = "data-line"
MARKED: Any = {LINE: re.compile(r"^\d+$", re.ASCII)}


def line_of(element: Any) -> int:
    """Return the line of an element, or of the nearest marked one above, inside or before it."""
    for candidate in [element, *element.parents]:
        if isinstance(candidate, Tag) and str(candidate.get(LINE) or "").isdecimal():
            return int(str(candidate[LINE]))
    inside = element.find(attrs=MARKED) if isinstance(element, Tag) else None
    near = inside or element.find_previous(attrs=MARKED)
    return int(str(near[LINE])) if near else 0
