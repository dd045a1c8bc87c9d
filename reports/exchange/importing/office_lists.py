"""Converts lists that Word saved as paragraphs into HTML lists."""

import itertools

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reports.exchange.importing.components.nodes import element_after, new_tag
from reports.exchange.importing.line_marks import LINE
from reports.exchange.importing.office_marks import (
    IGNORED,
    SPACER,
    is_listed,
    is_mark,
    is_number,
    read_indent,
)

Depth = tuple[int, float]  # a level and an indent in points


def make_lists(soup: BeautifulSoup) -> None:
    """Convert each run of paragraphs that begin with a list mark into a list."""
    marked = {
        id(paragraph): (paragraph, mark)
        for paragraph in soup.find_all("p")
        if is_listed(paragraph.get("class"), str(paragraph.get("style") or ""))
        and (mark := take_mark(paragraph))
    }
    listed: set[int] = set()
    for key, (paragraph, _) in marked.items():
        if key in listed:
            continue
        run = [paragraph]
        while (following := element_after(run[-1])) is not None and id(following) in marked:
            run.append(following)
        listed |= set(map(id, run))
        nest_items(soup, [marked[id(item)] for item in run])


def take_mark(paragraph: Tag) -> str:
    """Remove the mark of a list item from its paragraph, and return it; "" if there is none."""
    mark = paragraph.find(style=IGNORED)
    spacer = None if mark is not None else paragraph.find("span", style=SPACER)
    end = mark or spacer
    if end is None or (spacer is not None and spacer.get_text().strip()):
        return ""
    before = [
        node
        for node in itertools.takewhile(lambda node: node is not end, paragraph.descendants)
        if isinstance(node, NavigableString)
    ]
    read = "".join(before).strip()
    if mark is not None:
        read, rest = mark.get_text().strip(), read
        if rest:
            return ""
    if not is_mark(read):
        return ""
    wrappers = itertools.takewhile(lambda parent: parent.name == "span", list(end.parents))
    for node in (*before, end):
        node.extract()
    for wrapper in wrappers:
        if not wrapper.contents:
            wrapper.extract()
    return read


def nest_items(soup: BeautifulSoup, run: list[tuple[Tag, str]]) -> None:
    """Put the items of a run in lists, and deeper ones into the item before them."""
    place = new_tag(soup, "div", run[0][0])
    run[0][0].insert_before(place)
    open_lists: list[tuple[Depth, Tag]] = []
    for item, mark in run:
        level, indent = read_indent(str(item.get("style") or ""))
        depth = (level, 0.0) if level is not None else (0, indent)
        name = "ol" if is_number(mark) else "ul"
        while open_lists and open_lists[-1][0] > depth:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < depth or open_lists[-1][1].name != name:
            if open_lists and open_lists[-1][0] == depth:
                open_lists.pop()
            made = new_tag(soup, name, item)
            above = open_lists[-1][1].find_all("li", recursive=False)[-1] if open_lists else place
            above.append(made)
            open_lists.append((depth, made))
        item.name = "li"
        item.attrs = {LINE: item.attrs[LINE]} if LINE in item.attrs else {}
        open_lists[-1][1].append(item.extract())
    place.unwrap()
