"""Compares printed names: tells if two are the same, and how similar they are.

The module is pure Python. `static/reports/names.js` normalises names in the same way, and a browser
test compares the two.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Marks of a footnote: « (1) », « [2] », « ¹ », « * ». The power in « m² » is no mark.
NOTE_MARK = re.compile(
    r"[(\[]\s*(?:[0-9]{1,2}|[⁰¹²³⁴-⁹*†‡]{1,3})\s*[)\]]"
    r"|((?:^|[\s/(])[kcdm]?m[²³])"
    r"|[⁰¹²³⁴-⁹*†‡]+"
)
VARIANTS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`", "'"),
        **dict.fromkeys("‐‑–—−", "-"),
        "œ": "oe",
        "æ": "ae",
    }
)
IGNORED = {"Mn", "Cf"}  # accents, and what has no width
MIN_CLOSE_LIKENESS = 0.5  # from which on one name resembles another
MIN_LIKELY_LIKENESS = 0.8  # from which on both are probably names of one thing
REMARK = tuple("([:;,")  # begins what explains a name


def normalize_name(text: str) -> str:
    """Return `text` without accents, case, spaces and note marks."""
    plain = unicodedata.normalize("NFKD", NOTE_MARK.sub(r"\1", text)).lower().translate(VARIANTS)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) not in IGNORED)


def is_same_name(one: str, other: str) -> bool:
    """Say whether two printed names differ by accents, case, spaces and note marks at most."""
    return one == other or normalize_name(one) == normalize_name(other)


def similarity(one: str, other: str) -> float:
    """Return the share of pairs of letters that two names have in common, from 0 to 1."""
    a, b = letter_pairs(one), letter_pairs(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def find_likely_name(name: str, known: Iterable[str]) -> str:
    """Return the known name that probably is of the same thing, "" if there is none.

    It is the same but for a remark behind one of them, or very much alike.
    """
    best, likely = 0.0, ""
    for other in known:
        explained = adds_remark(name, other) or adds_remark(other, name)
        likeness = 1.0 if explained else similarity(name, other)
        if likeness >= MIN_LIKELY_LIKENESS and likeness > best:
            best, likely = likeness, other
    return likely


def adds_remark(longer: str, shorter: str) -> bool:
    """Say whether a name is another and what explains it: « Délai (en jours ouvrés) »."""
    whole, start = normalize_name(longer), normalize_name(shorter)
    return bool(start) and whole.startswith(start) and whole[len(start) :].startswith(REMARK)


def letter_pairs(text: str) -> Counter[str]:
    """Count the pairs of neighbouring characters of a name; its ends count as characters."""
    name = f" {normalize_name(text)} "
    return Counter(name[place : place + 2] for place in range(len(name) - 1))
