"""Tells if some words spell out an abbreviation: « Direction du numérique » for DINUM."""

import re
from itertools import islice

from reports.core.text.stems import fold_accents, normalize_text

WORD = re.compile(r"[^\W_]+")
MAX_WORDS = 40  # words that an abbreviation can stand for


def is_spelled_out(abbreviation: str, words: str) -> bool:
    """Return whether words spell an abbreviation out, as « Direction du numérique » does DINUM.

    Each letter begins a word, or follows the letter before it in the same word.
    """
    letters = fold_accents(abbreviation)
    lengths = {0}  # of the beginnings of the abbreviation that the words so far can spell
    for word in islice(WORD.finditer(normalize_text(words)), MAX_WORDS):
        folded = fold_accents(word[0])
        lengths |= {at + common_prefix(folded, letters[at:]) for at in lengths}
    return bool(letters) and len(letters) in lengths


def common_prefix(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    for length, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return length
    return min(len(one), len(other))
