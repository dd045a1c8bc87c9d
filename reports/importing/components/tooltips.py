"""Tooltips: definitions of the words that they stand at, and no words in mid-sentence.

One at a number, which nobody defines, is a remark in brackets.
"""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reports.importing.components.nodes import has_class, new_tag
from reports.importing.elements import LEADING, UNBROKEN, UNBROKEN_BOXES, is_bare_number
from reports.importing.inline import BLOCKS, CELLS

TOOLTIP = ".fr-tooltip, [role=tooltip]"
STOPS = re.compile(r"[.,](?!\d)|[;:!?()«»]")
MOST_WORDS = 4
UNNAMED = "Définition"
LIST = "bilan-tooltips"  # the class of the definitions that were tooltips


def move_definitions(soup: BeautifulSoup) -> None:
    """Make a definition, after the words that it stands in, of each tooltip."""
    for tooltip in soup.select(TOOLTIP):
        if tooltip.decomposed or not tooltip.get_text(strip=True):
            continue
        id = str(tooltip.get("id") or " ")
        marks = soup.find_all(lambda tag, id=id: tag.get("aria-describedby") == id)
        term = find_term(tooltip, marks)
        if is_bare_number(term):
            put_in_brackets(tooltip)
        else:
            define(soup, term, tooltip)
        for mark in marks:
            if mark.name == "a" and str(mark.get("href") or "#").startswith("#"):
                mark.unwrap()


def put_in_brackets(tooltip: Tag) -> None:
    """Leave the words of a tooltip where they stand, as a remark."""
    tooltip.insert(0, NavigableString(" ("))
    tooltip.append(NavigableString(") "))
    tooltip.unwrap()


def define(soup: BeautifulSoup, term: str, tooltip: Tag) -> None:
    """Make the words of a tooltip the definition of a term, below."""
    listed = list_after(soup, tooltip)
    for name, content in (("dt", [NavigableString(term)]), ("dd", list(tooltip.contents))):
        tag = new_tag(soup, name, tooltip)
        tag.extend(content)
        listed.append(tag)
    tooltip.replace_with(" ")


def find_term(tooltip: Tag, marks: list[Tag]) -> str:
    """Return the words that a tooltip defines: those of the link to it, else those before it."""
    for mark in marks:
        words = " ".join(mark.get_text(" ").split())
        if mark.name != "button" and words:
            return words
    before = " ".join("".join(reversed(texts_before(marks[0] if marks else tooltip))).split())
    words = " ".join(STOPS.split(before)[-1].split()[-MOST_WORDS:])
    return LEADING.sub("", words) or words or UNNAMED


def texts_before(mark: Tag) -> list[str]:
    """Return the texts before an element on its line, the nearest first."""
    texts: list[str] = []
    node: PageElement | None = mark
    while node is not None and not (isinstance(node, Tag) and node.name in BLOCKS | CELLS):
        for sibling in node.previous_siblings:
            if isinstance(sibling, NavigableString):
                texts.append(str(sibling))
            elif isinstance(sibling, Tag):
                texts.append(sibling.get_text())
        node = node.parent
    return texts


def list_after(soup: BeautifulSoup, tooltip: Tag) -> Tag:
    """Return the list of definitions after the outermost whole that a tooltip stands in."""
    whole = tooltip
    for parent in tooltip.parents:
        if parent.name in UNBROKEN or has_class(parent, *UNBROKEN_BOXES):
            whole = parent
    following = whole.next_sibling
    if isinstance(following, Tag) and has_class(following, LIST):
        return following
    listed = new_tag(soup, "dl", tooltip, **{"class": LIST})
    whole.insert_after(listed)
    return listed
