"""Drops the list marks that Word writes as text, independently of the importer."""

from collections.abc import Sequence

from reports.exchange.importing.elements import PHRASING
from reports.exchange.importing.office_marks import (
    IGNORED,
    MAX_MARK_CHARACTERS,
    SPACER,
    is_listed,
    is_mark,
)
from reports.exchange.importing.visible.tags import Tag, Token, find_end


def drop_list_marks(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the list marks at the beginning of paragraphs."""
    result = list(tokens)
    for place, token in enumerate(tokens):
        if isinstance(token, Tag) and token.name == "p" and not token.is_end:
            style = token.attributes.get("style", "")
            if is_listed(token.attributes.get("class", ""), style):
                for drop in find_mark(tokens, place + 1):
                    result[drop] = ""
    return result


def find_mark(tokens: Sequence[Token], place: int) -> list[int]:
    """Return the positions of the texts that are the mark of a list item; [] if there is none."""
    text, texts = "", list[int]()
    for rank in range(place, len(tokens)):
        token = tokens[rank]
        if isinstance(token, str):
            text += token
            texts.append(rank)
            if len(text.strip()) > MAX_MARK_CHARACTERS:
                return []
            continue
        style = token.attributes.get("style", "")
        ignored, spacer = IGNORED.search(style), SPACER.search(style)
        if not token.is_end and (ignored or spacer):
            end = find_end(tokens, rank) or rank
            inner = [n for n in range(rank, end) if isinstance(tokens[n], str)]
            read = "".join(str(tokens[n]) for n in inner)
            if ignored:
                text, read = read, text
            return texts + inner if is_mark(text) and not read.strip() else []
        if token.name not in PHRASING:
            return []
    return []
