"""Splits a text into words for quotes in messages; a number such as « 12 000 » is one word."""

import re

WORD = re.compile(r"(?<![\d\S])\d{1,3}(?:[ \u00a0\u202f]\d{3})++(?!\d)\S*+|\S++")


def split_quoted(text: str) -> list[str]:
    """Return the words of a text; none is a part of a number."""
    return WORD.findall(text)
