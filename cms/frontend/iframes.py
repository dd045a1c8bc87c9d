"""Builds the address and the `iframe` code with which other sites embed a chart or table."""

import re
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from cms.data.blocks import ROWS
from cms.frontend.api_client import Visit
from cms.frontend.embed_height import estimate_height

EMBEDDABLE = (*ROWS, "BudgetBlock")
WIDTH_PIXELS = 800
COLUMN_WIDTHS_PIXELS = (640, WIDTH_PIXELS)  # widths of the columns that pages have
ID = re.compile(r"[0-9a-f-]{36}")

Block = dict[str, Any]


def add_codes(visit: Visit, body: list[Block], year: int, number: int) -> None:
    """Set on each chart and table of a version the code with which other pages embed it."""
    for block in body:
        # other ids than ours are in no address
        if block["__typename"] in EMBEDDABLE and ID.fullmatch(block["id"]):
            address = build_address(visit, year, number, block["id"])
            block["embedCode"] = build_code(address, block)


def build_address(visit: Visit, year: int, number: int, block: str) -> str:
    return f"{visit.base}{reverse('embed', args=[year, number, block])}"


def build_code(address: str, block: Block, width: int | None = None, highest: int = 0) -> str:
    """Return an `iframe` of full width, or with a width and a greatest height in pixels.

    It sends no referrer, so that nobody learns who reads which page.
    """
    height = max(
        choose_height(block, each, highest) for each in ([width] if width else COLUMN_WIDTHS_PIXELS)
    )
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
        ' referrerpolicy="no-referrer"></iframe>',
        *(address, find_title(block), width or "100%", height),
    )


def choose_height(block: Block, width: int, highest: int = 0) -> int:
    """Return the height that shows the whole block, limited to `highest` if that is given."""
    height = estimate_height(block, find_title(block), width)
    return min(height, highest or height)


def find_title(block: Block) -> str:
    """Return the title of a chart, the caption of a table, or the title of its section."""
    return str(block.get("title") or block.get("caption") or block["of"])
