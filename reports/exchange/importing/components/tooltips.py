"""Moves tooltips out of sentences: each becomes the definition of the words it explains.

A tooltip at a number, or at no certain words, becomes a remark in brackets.
"""

from collections import defaultdict
from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reports.exchange.importing.components.nodes import (
    CLOSING,
    element_before,
    has_class,
    new_tag,
    replace_with_space,
)
from reports.exchange.importing.elements import (
    TERMS,
    TOOLTIP_BUTTON,
    UNBROKEN,
    UNBROKEN_BOXES,
    is_bare_number,
    is_label,
)
from reports.exchange.importing.inline import is_block

TOOLTIP = ".fr-tooltip, [role=tooltip]"
LIST = "bilan-tooltips"  # the class of the definitions that were tooltips


def move_definitions(soup: BeautifulSoup) -> None:
    """Turn each tooltip into a definition, after the block in which it is."""
    named: defaultdict[str, list[Tag]] = defaultdict(list)
    for mark in soup.select("[aria-describedby]"):
        named[str(mark["aria-describedby"])].append(mark)
    for tooltip in soup.select(TOOLTIP):
        if tooltip.decomposed or not tooltip.get_text(strip=True):
            continue
        marks = find_marks(named, tooltip)
        term = find_term(tooltip, marks)
        if not term or is_bare_number(term):
            put_in_brackets(tooltip)
        else:
            define(soup, term, tooltip)
        for mark in marks:
            if mark.name == "a" and str(mark.get("href") or "#").startswith("#"):
                mark.unwrap()
    for button in soup.find_all(class_=TOOLTIP_BUTTON):
        if not is_label(button.get_text()) and button.find(is_block) is None:
            button.unwrap()


def find_marks(named: Mapping[str, list[Tag]], tooltip: Tag) -> list[Tag]:
    """Return the elements that refer to a tooltip, or else the tooltip button right before it."""
    id = str(tooltip.get("id") or " ")
    marks = [mark for mark in named.get(id, ()) if mark.parent is not None]
    before = element_before(tooltip)
    if not marks and before is not None and has_class(before, TOOLTIP_BUTTON):
        return [before]
    return marks


def find_term(tooltip: Tag, marks: list[Tag]) -> str:
    """Return the words that a tooltip defines; "" if they are not certain.

    They are those of the element that refers to it, or else the bold or linked words right before.
    """
    before = element_before(marks[0] if marks else tooltip)
    bold = [before] if before is not None and before.name in TERMS else []
    for element in (*marks, *bold):
        words = " ".join(element.get_text(" ").split())
        if words and not is_label(words):
            return words
    return ""


def put_in_brackets(tooltip: Tag) -> None:
    """Leave the words of a tooltip in place, in brackets."""
    before, after = tooltip.previous_sibling, tooltip.next_sibling
    is_apart = isinstance(before, NavigableString) and str(before)[-1:].isspace()
    follows = str(after) if isinstance(after, NavigableString) else ""
    is_ended = follows[:1].isspace() or follows.startswith(CLOSING)
    tooltip.insert(0, NavigableString("(" if is_apart else " ("))
    tooltip.append(NavigableString(")" if is_ended else ") "))
    tooltip.unwrap()


def define(soup: BeautifulSoup, term: str, tooltip: Tag) -> None:
    """Move the words of a tooltip into a list of definitions below."""
    listed = list_after(soup, tooltip)
    for name, content in (("dt", [NavigableString(term)]), ("dd", list(tooltip.contents))):
        tag = new_tag(soup, name, tooltip)
        tag.extend(content)
        listed.append(tag)
    replace_with_space(tooltip)


def list_after(soup: BeautifulSoup, tooltip: Tag) -> Tag:
    """Return the list of definitions after the outermost block that contains a tooltip."""
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
