"""Levels of headings, where the author's highest ones head the parts of the report.

Level 1 is the report's own title. A Word document whose parts are of style « Heading 1 », or a
file with many `#`, has its headings one level too high: they all go down by one, or else parts
and what stands under them would be of one level.
"""

from bs4 import BeautifulSoup

from reports.exchange.importing.elements import HEADINGS

LOWEST_LEVEL = 6  # of a heading
MIN_TOP_HEADINGS = 2  # headings of level 1: one alone is the title


def lower_parts(soup: BeautifulSoup, fewest: int = MIN_TOP_HEADINGS) -> None:
    """Take the headings of a tree down by one level if `fewest` of them are of level 1."""
    headings = soup.find_all(list(HEADINGS))
    if sum(heading.name == "h1" for heading in headings) < fewest:
        return
    for heading in headings:
        heading.name = f"h{min(int(heading.name[1]) + 1, LOWEST_LEVEL)}"
