"""Components of a design system, made plain HTML: recognisers then know one form of each.

Nothing here makes blocks. Each module takes one family of components and rewrites the tree in
place; the words stay, in the order in which a reader meets them.
"""

from bs4 import BeautifulSoup

from reports.exchange.importing.components import (
    accordions,
    boxes,
    buttons,
    figure_tiles,
    portraits,
    tabs,
    tooltips,
)


def simplify_components(soup: BeautifulSoup) -> None:
    """Rewrite the components of a tree."""
    buttons.make_links(soup)
    figure_tiles.list_figures(soup)
    tooltips.move_definitions(soup)
    tabs.unfold_tabs(soup)
    boxes.simplify_boxes(soup)
    accordions.simplify_accordions(soup)
    portraits.name_portraits(soup)
