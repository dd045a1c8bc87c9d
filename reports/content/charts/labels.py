"""Wraps the names of categories and series into lines, without cutting any word.

In a specification a name is its number, then its lines, separated by line breaks. The number keeps
two rows with the same head apart, and typed text never becomes part of a Vega expression.
"""

import re
from textwrap import wrap

LABEL = r"slice(split(datum.label, '\n'), 1)"  # Vega's, of an axis or a legend
LINES = r"length(split(datum.value, '\n')) - 1"

MAX_LINE_CHARACTERS = 28
CHARACTER_PIXELS = 7.5  # pixels, on average, at the size of the text
LINE_PIXELS = 17
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML


def remove_unprintable(text: str) -> str:
    """The text in one line, without what no XML can hold. No-break spaces stay."""
    return re.sub(r"[ \t\n\r]+", " ", UNPRINTABLE.sub("", text)).strip(" ")


def wrap_label(text: str, width: int = MAX_LINE_CHARACTERS) -> list[str]:
    """The text in lines of at most so many characters, or of one word that is longer."""
    text = remove_unprintable(text)
    return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def encode_label(number: int, text: str, width: int = MAX_LINE_CHARACTERS) -> str:
    """Return the category or series of that number in the form in which it is stored."""
    return "\n".join([str(number + 1), *wrap_label(text, width)])


def encode_labels(texts: tuple[str, ...], width: int = MAX_LINE_CHARACTERS) -> list[str]:
    return [encode_label(number, text, width) for number, text in enumerate(texts)]


def longest_line(texts: tuple[str, ...], width: int = MAX_LINE_CHARACTERS) -> int:
    """Characters of the longest line."""
    return max((len(line) for text in texts for line in wrap_label(text, width)), default=0)


def most_lines(texts: tuple[str, ...], width: int = MAX_LINE_CHARACTERS) -> int:
    """Lines of the name that has most."""
    return max((len(wrap_label(text, width)) for text in texts), default=1)
