"""Converts components of a design system (the DSFR) to plain HTML of one form.

Each module rewrites one family of components in the tree, in place. Words stay in the order in
which readers see them. The recognisers then find blocks in this HTML.
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
