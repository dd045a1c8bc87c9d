"""Computes keys that sort names in French order, compared as bytes and equal on every database.

Letters decide first: « Écologie » is between « Eau » and « Emploi ». Case is ignored. Punctuation
counts as a space between words. Digits count by their value: « Vague 9 » is before « Vague 10 ».
Accents decide last, between names that are otherwise equal.
"""

import re
import unicodedata

from reports.core.text.stems import LIGATURES

MAX_HEX_DIGITS = 400  # hexadecimal digits: names whose first 200 bytes are equal have equal keys
DIGITS = re.compile(r"\d+")
BETWEEN_WORDS = re.compile(r"[\W_]+")


def build_sort_key(name: str) -> str:
    """Return the key of a name: hexadecimal, so that no collation of a database reads it."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(LIGATURES))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    words = BETWEEN_WORDS.sub(" ", bare).strip()
    by_value = DIGITS.sub(lambda number: write_number(number[0]), words)
    accented = "".join(c for c in letters if c.isalnum() or unicodedata.combining(c))
    return f"{by_value}\0{accented}".encode("utf-8", "replace").hex()[:MAX_HEX_DIGITS]


def write_number(digits: str) -> str:
    """Return digits so that a longer number comes after a shorter one: 10 is `00210`."""
    significant = "".join(str(unicodedata.digit(c)) for c in digits).lstrip("0")
    return f"{len(significant):03}{significant}"
