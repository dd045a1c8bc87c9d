"""Converts a fact to one line of text for the form, and the typed line back to its parts."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from reports.core.figures import split

CLOSING = (",", ".", ")", "…", "/")  # what no space comes before


class FactParts(NamedTuple):
    """The parts of a fact, in reading order; `lead` is empty in a fact without one."""

    lead: str = ""
    before: str = ""
    figure: str = ""
    after: str = ""


def join_parts(parts: Iterable[str]) -> str:
    """Return the text of a fact's parts, spaced as the schema says of `Fact`."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or part.startswith(CLOSING) else f" {part}"
    return text


def split_line(text: str, read_as: str = "") -> FactParts:
    """Return the parts of a text. What is corrected is its figure: all of it where none is seen."""
    phrase = split(text)
    if read_as and not phrase.expression:
        return FactParts(figure=text)
    return FactParts("", phrase.before.strip(), phrase.expression, phrase.after.strip())


def read_line(text: str, carried: str, read_as: str = "") -> FactParts:
    """Return the parts of a line that was posted.

    `carried` is JSON: the four parts into which the line is divided, or its lead alone, and the
    rest is split. Parts of another text are passed over, and the whole line is split.
    """
    parts = load_parts(carried)
    if len(parts) == len(FactParts._fields) and is_same_text("".join(parts), text):
        if parts[2] or not read_as:
            return FactParts(*parts)
        parts = parts[:1]
    lead = parts[0] if parts and text.startswith(parts[0]) else ""
    rest = text[len(lead) :].strip() if lead else text
    return split_line(rest, read_as)._replace(lead=lead.strip())


def load_parts(carried: str) -> list[str]:
    """Return the parts in a form field's JSON, and none where it is no list of texts."""
    try:
        parts = json.loads(carried or "[]")
    except (ValueError, RecursionError):
        return []
    is_texts = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
    return parts if is_texts else []


def is_same_text(one: str, other: str) -> bool:
    """Say whether two texts differ in their white space alone."""
    return "".join(one.split()) == "".join(other.split())
