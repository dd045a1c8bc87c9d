"""Tooltips as the independent reader moves them: after the element that their words are part of.

One at a number stays where it is.
"""

import re
from collections.abc import Mapping, Sequence

from reports.importing.elements import (
    LEADING,
    PHRASING,
    UNBROKEN,
    UNBROKEN_BOXES,
    VOID,
    is_bare_number,
)
from reports.importing.visible.tags import Tag, Token, begins, find_end

STOPS = re.compile(r"[.,](?!\d)|[;:!?()«»]")
MOST_WORDS = 4
LONGEST = 400  # characters before a tooltip that are looked at


def move_tooltips(tokens: Sequence[Token]) -> list[Token]:
    """Put each tooltip after the outermost element that its words are a part of."""
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
            if is_bare_number(read_term(read, place, marks)):
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
    """Return the places of the tags that name a tooltip, by its id."""
    marks: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if isinstance(token, Tag) and (id := token.attributes.get("aria-describedby")):
            marks.setdefault(id, []).append(place)
    return marks


def read_term(tokens: Sequence[Token], place: int, marks: Mapping[str, list[int]]) -> str:
    """Return the words that a tooltip is about: those of a link to it, else those before it."""
    tooltip = tokens[place]
    own = marks.get(tooltip.attributes.get("id", ""), []) if isinstance(tooltip, Tag) else []
    for mark in own:
        tag, end = tokens[mark], find_end(tokens, mark)
        if isinstance(tag, Tag) and tag.name != "button" and end is not None:
            words = " ".join(t for t in tokens[mark:end] if isinstance(t, str)).split()
            if words:
                return " ".join(words)
    last = STOPS.split(" ".join(read_before(tokens, own[0] if own else place).split()))[-1]
    term = " ".join(last.split()[-MOST_WORDS:])
    return LEADING.sub("", term) or term


def read_before(tokens: Sequence[Token], place: int) -> str:
    """Return the text on a line before a place, the end of it if it is long."""
    text, depth = "", 0
    for token in reversed(tokens[max(0, place - LONGEST) : place]):
        if isinstance(token, str):
            text = token + text
        elif token.name not in PHRASING | VOID:
            depth += 1 if token.is_end else -1
        if depth < 0 or len(text) > LONGEST:
            break
    return text


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
