"""Lowers all headings by one level if the author used level 1 for the parts of the report.

Level 1 is the title of the report itself. A Word document whose parts have the style « Heading 1 »,
or a file with several `#`, would otherwise have parts and sections on one level.
"""

from bs4 import BeautifulSoup

from reports.exchange.importing.elements import HEADINGS

MAX_HEADING_LEVEL = 6  # of a heading
MIN_TOP_HEADINGS = 2  # headings of level 1: one alone is the title


def lower_parts(soup: BeautifulSoup, fewest: int = MIN_TOP_HEADINGS) -> None:
    """Lower the headings of a tree by one level if at least `fewest` of them are of level 1."""
    headings = soup.find_all(list(HEADINGS))
    if sum(heading.name == "h1" for heading in headings) < fewest:
        return
    for heading in headings:
        heading.name = f"h{min(int(heading.name[1]) + 1, MAX_HEADING_LEVEL)}"
