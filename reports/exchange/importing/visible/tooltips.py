"""Moves tooltips after the block that contains them, independently of the importer.

A tooltip at a number, or at no certain words, stays in place.
"""

from collections.abc import Mapping, Sequence

from reports.core.text.html_elements import VOID
from reports.exchange.importing.elements import (
    TERMS,
    UNBROKEN,
    UNBROKEN_BOXES,
    is_bare_number,
    is_label,
)
from reports.exchange.importing.visible.tags import Tag, Token, begins, find_end


def move_tooltips(tokens: Sequence[Token]) -> list[Token]:
    """Move each tooltip after the outermost block that contains it."""
    marks, read = list_marks(tokens), list(tokens)  # `read` forgets the tooltips that are passed
    result: list[Token] = []
    open_tags: list[Tag] = []
    waiting: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        end = find_end(tokens, place) if begins(token, "fr-tooltip", "tooltip") else None
        if end is not None and any(map(is_whole, open_tags)):
            tooltip = [" ", *tokens[place : end + 1], " "]
            term = read_term(read, place, marks)
            if not term or is_bare_number(term):
                result += tooltip
                read[place : end + 1] = ["("] * (end + 1 - place)
            else:
                result.append(" ")
                waiting += tooltip
                read[place : end + 1] = [" "] * (end + 1 - place)
            place = end + 1
            continue
        result.append(token)
        if isinstance(token, Tag) and token.name not in VOID:
            follow(open_tags, token)
            if waiting and token.is_end and not any(map(is_whole, open_tags)):
                result += waiting
                waiting = []
        place += 1
    return result + waiting


def list_marks(tokens: Sequence[Token]) -> dict[str, list[int]]:
    """Return the positions of the tags that refer to tooltips, by the id of the tooltip."""
    marks: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if isinstance(token, Tag) and (id := token.attributes.get("aria-describedby")):
            marks.setdefault(id, []).append(place)
    return marks


def read_term(tokens: Sequence[Token], place: int, marks: Mapping[str, list[int]]) -> str:
    """Return the words that a tooltip explains; "" if they are not certain.

    They are those of the element that refers to it, or else the bold or linked words right before.
    """
    tooltip = tokens[place]
    own = marks.get(tooltip.attributes.get("id", ""), []) if isinstance(tooltip, Tag) else []
    before = find_element_before(tokens, place)
    if not own and before is not None and is_tooltip_button(tokens[before]):
        own = [before]
    bold = find_element_before(tokens, own[0] if own else place)
    for mark in (*own, *filter(lambda at: is_term(tokens[at]), () if bold is None else (bold,))):
        end = find_end(tokens, mark)
        words = " ".join(t for t in tokens[mark:end] if isinstance(t, str)).split()
        if end is not None and words and not is_label(" ".join(words)):
            return " ".join(words)
    return ""


def find_element_before(tokens: Sequence[Token], place: int) -> int | None:
    """Return the position of the start tag of the element that ends right before a position."""
    depth = 0
    name = ""
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if isinstance(token, str):
            if token.strip() and not depth:
                return None
            continue
        name = name or token.name
        if token.name == name:
            depth += 1 if token.is_end else -1
        if depth <= 0:
            return at if token.name == name and depth == 0 else None
    return None


def is_tooltip_button(token: Token) -> bool:
    return isinstance(token, Tag) and token.is_tooltip_button


def is_term(token: Token) -> bool:
    return isinstance(token, Tag) and token.name in TERMS


def follow(open_tags: list[Tag], tag: Tag) -> None:
    """Open an element, or close the last one of that name and all in it."""
    if not tag.is_end:
        open_tags.append(tag)
        return
    for place in range(len(open_tags) - 1, -1, -1):
        if open_tags[place].name == tag.name:
            del open_tags[place:]
            return


def is_whole(tag: Tag) -> bool:
    return tag.name in UNBROKEN or not tag.classes.isdisjoint(UNBROKEN_BOXES)
