"""The line in the file of an element: parsed elements carry it as an attribute."""

import re
from typing import Any

from bs4 import Tag

LINE = "data-line"


def line_of(element: Any) -> int:
    """The line in the file of an element, or of the nearest one above or before it."""
    for candidate in [element, *element.parents]:
        if isinstance(candidate, Tag) and str(candidate.get(LINE) or "").isdecimal():
            return int(str(candidate[LINE]))
    before = element.find_previous(attrs={LINE: re.compile(r"^\d+$", re.ASCII)})
    return int(before[LINE]) if before else 0
