"""Separates a number from the word after it, when two adjacent spans hold them.

On the page, only styles separate them.
"""

from collections.abc import Sequence

from reports.exchange.importing.elements import is_parted
from reports.exchange.importing.visible.tags import Tag, Token


def part_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Put a space between two such spans that are all the content of an element."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        result.append(token)
        if isinstance(token, Tag) and token.is_end and is_between(tokens, place):
            result.append(" ")
    return result


def is_between(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the end of a span is between a number and what it counts."""
    around = tokens[max(0, place - 2) : place + 4]
    if place < 2 or len(around) < 6:
        return False
    opening, number, end, second, words, last = around
    if not isinstance(number, str) or not isinstance(words, str):
        return False
    spans = [tag for tag in (opening, end, second, last) if isinstance(tag, Tag)]
    if [(tag.name, tag.is_end) for tag in spans] != [("span", False), ("span", True)] * 2:
        return False
    before = next((t for t in reversed(tokens[: place - 2]) if not is_blank(t)), None)
    after = next((t for t in tokens[place + 4 :] if not is_blank(t)), None)
    return is_block_start(before) and is_block_end(after) and is_parted(number, words)


def is_blank(token: Token) -> bool:
    return isinstance(token, str) and not token.strip()


def is_block_start(token: Token | None) -> bool:
    return isinstance(token, Tag) and not token.is_end and token.separates_words


def is_block_end(token: Token | None) -> bool:
    return isinstance(token, Tag) and token.is_end and token.separates_words
