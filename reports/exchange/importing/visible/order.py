"""Moves words that the import moves too: definitions in tooltips, titles of tabs and callouts.

It repeats what `components` does to the tree, but independently: it reads tags in sequence. Words
whose target cannot be known from these stay in place.
"""

from collections.abc import Sequence

from reports.exchange.importing.elements import CALLOUT_TITLES
from reports.exchange.importing.visible.tags import Tag, Token, begins, find_end
from reports.exchange.importing.visible.tooltips import move_tooltips


def order_words(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens in the order in which the import has their words."""
    return move_tabs(move_tooltips(name_callouts(tokens)))


def name_callouts(tokens: Sequence[Token]) -> list[Token]:
    """Replace the marker of a callout, `[!NOTE]`, by its French title."""
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


def move_tabs(tokens: Sequence[Token]) -> list[Token]:
    """Move the title of each tab to the beginning of its panel."""
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
        end = find_end(tokens, place) if begins(token, "fr-tabs__tab", "tab") else None
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
