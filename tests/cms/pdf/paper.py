"""What lies beside the paper of a PDF, where nobody sees it."""

import io
from collections.abc import Iterator
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTImage

SLACK = 1  # point


def list_cut(data: bytes) -> list[str]:
    """Return the characters and pictures that are not wholly on their page, with its number."""
    found = []
    for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=None), 1):
        left, bottom, right, top = page.bbox
        for each in iterate_drawn(page):
            fits_x = left - SLACK <= each.x0 and each.x1 <= right + SLACK
            fits_y = bottom - SLACK <= each.y0 and each.y1 <= top + SLACK
            if not (fits_x and fits_y):
                words = each.get_text() if isinstance(each, LTChar) else "picture"
                found.append(f"page {number}: {words}")
    return found


def iterate_drawn(container: Any) -> Iterator[Any]:
    for each in container:
        if isinstance(each, LTChar | LTImage):
            yield each
        elif isinstance(each, LTContainer):
            yield from iterate_drawn(each)
