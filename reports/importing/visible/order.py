"""Words that a body says elsewhere than the file: definitions of tooltips, titles of tabs.

This is the independent reader's own account of what `components` does to the tree: it knows tags in
a row, and no tree. What cannot be told from these stays where it is.
"""

from collections.abc import Sequence

from reports.importing.elements import CALLOUT_TITLES, UNBROKEN, UNBROKEN_BOXES, VOID
from reports.importing.visible.tags import Tag, Token


def order_words(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with what moves at its new place."""
    return move_tabs(move_tooltips(name_callouts(tokens)))


def name_callouts(tokens: Sequence[Token]) -> list[Token]:
    """Put the French title of a callout in the place of its marker, `[!NOTE]`."""
    result = list(tokens)
    in_quote = False
    for place, token in enumerate(result):
        if isinstance(token, Tag):
            in_quote = not token.is_end and (token.name == "blockquote" or in_quote)
        elif token.strip():
            head, bracket, rest = token.lstrip().partition("]")
            title = CALLOUT_TITLES.get(head.removeprefix("[!").upper())
            if in_quote and bracket and head.startswith("[!") and title:
                result[place] = f"{title} {rest}"
            in_quote = False
    return result


def move_tooltips(tokens: Sequence[Token]) -> list[Token]:
    """Put each tooltip after the outermost element that its words are a part of."""
    result: list[Token] = []
    open_tags: list[Tag] = []
    waiting: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        end = find_end(tokens, place) if is_tooltip(token) else None
        if end is not None and any(map(is_whole, open_tags)):
            result.append(" ")
            waiting += [" ", *tokens[place : end + 1], " "]
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


def move_tabs(tokens: Sequence[Token]) -> list[Token]:
    """Put the title of each tab where its panel begins."""
    last = {
        token.attributes["id"]: place
        for place, token in enumerate(tokens)
        if isinstance(token, Tag) and token.attributes.get("id")
    }
    titles: dict[str, Sequence[Token]] = {}
    result: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        end = find_end(tokens, place) if is_tab(token) else None
        if end is not None and isinstance(token, Tag):
            panel = token.attributes.get("aria-controls", "")
            if last.get(panel, -1) > end:
                titles[panel] = tokens[place : end + 1]
                place = end + 1
                continue
        result.append(token)
        if isinstance(token, Tag) and token.attributes.get("id") in titles:
            result += [" ", *titles.pop(token.attributes["id"]), " "]
        place += 1
    return result + [token for title in titles.values() for token in title]


def find_end(tokens: Sequence[Token], place: int) -> int | None:
    """Return the place of the tag that ends an element; None where it has none."""
    opening = tokens[place]
    depth = 0
    for end in range(place, len(tokens)):
        token = tokens[end]
        if isinstance(token, Tag) and isinstance(opening, Tag) and token.name == opening.name:
            depth += -1 if token.is_end else 1
            if depth == 0:
                return end
    return None


def follow(open_tags: list[Tag], tag: Tag) -> None:
    """Open an element, or close the last one of that name and all in it."""
    if not tag.is_end:
        open_tags.append(tag)
        return
    for place in range(len(open_tags) - 1, -1, -1):
        if open_tags[place].name == tag.name:
            del open_tags[place:]
            return


def is_tooltip(token: Token) -> bool:
    return begins(token, "fr-tooltip", "tooltip")


def is_tab(token: Token) -> bool:
    return begins(token, "fr-tabs__tab", "tab")


def begins(token: Token, class_: str, role: str) -> bool:
    """Return whether a tag begins an element of this class or this role."""
    return (
        isinstance(token, Tag)
        and not token.is_end
        and (class_ in token.classes or token.attributes.get("role") == role)
    )


def is_whole(tag: Tag) -> bool:
    return tag.name in UNBROKEN or not tag.classes.isdisjoint(UNBROKEN_BOXES)
