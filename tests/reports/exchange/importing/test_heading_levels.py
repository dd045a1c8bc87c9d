"""Levels of headings where parts are of level 1."""

from bs4 import BeautifulSoup

from reports.exchange.importing.heading_levels import lower_parts


def lowered(*names: str) -> list[str]:
    soup = BeautifulSoup("".join(f"<{name}>x</{name}><p>y</p>" for name in names), "lxml")
    lower_parts(soup)
    return [tag.name for tag in soup.find_all(True) if tag.name[0] == "h" and tag.name != "html"]


def test_parts_of_level_1_go_down_with_all_below_them() -> None:
    assert lowered("h1", "h2", "h3", "h1", "h6") == ["h2", "h3", "h4", "h2", "h6"]


def test_one_title_leaves_all_where_it_is() -> None:
    assert lowered("h1", "h2", "h3") == ["h1", "h2", "h3"]
    assert lowered("h2", "h2") == ["h2", "h2"]
