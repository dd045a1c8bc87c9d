"""Unfolds tabs: puts their panels one after another, each below its title."""

from bs4 import BeautifulSoup, Tag

from reports.exchange.importing.components.nodes import demote_headings, make_title

LIST = ".fr-tabs__list, [role=tablist]"
TAB = ".fr-tabs__tab, [role=tab]"


def unfold_tabs(soup: BeautifulSoup) -> None:
    """Put the title of each tab above its panel, whose headings become bold paragraphs."""
    for tab in soup.select(TAB):
        name = str(tab.get("aria-controls") or "")
        panel = tab.find_next(id=name) if name else None
        if not isinstance(panel, Tag):
            continue
        demote_headings(soup, panel)
        above = tab.parent
        panel.insert(0, tab.extract())
        make_title(soup, tab)
        if above is not None and above.name == "li" and not above.get_text(strip=True):
            above.decompose()
    for listed in soup.select(LIST):
        if not listed.get_text(strip=True) and not listed.find("img"):
            listed.decompose()
