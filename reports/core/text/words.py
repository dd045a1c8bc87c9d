"""Splits a text into words, as they are counted and compared."""

import re
import unicodedata

WORD = re.compile(r"(?<![^\s(«])[-−]\d+|[^\W_]+|\S")  # a minus belongs to its number
DRAWING = "|~"  # what draws a table or a rule in Markdown


def split_words(text: str) -> list[str]:
    """Return words, numbers and signs that carry meaning (%, €, +, emoji), without punctuation."""
    tokens = WORD.findall(unicodedata.normalize("NFC", text))
    return [token for token in tokens if len(token) > 1 or is_word(token)]


def is_word(sign: str) -> bool:
    """Whether a single character is read as a word, a number or a sign."""
    return sign == "%" or (
        (sign not in DRAWING and unicodedata.category(sign) in {"Sm", "Sc", "So"}) or sign.isalnum()
    )
