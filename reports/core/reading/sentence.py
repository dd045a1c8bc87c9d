"""Reads the sentence around a figure: its words, the year it names, the noun that is counted."""

import re
from functools import lru_cache

from reports.core.figures.locale import current_locale
from reports.core.reading.statement import Statement
from reports.core.text import stems

END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])|(?<=[)%€]\.)\s+(?=\d)")
ASIDE = re.compile(r"\([^()]*\)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|,\d)")
# A year that is said of the figure before it: no other number and no pause between them.
YEAR_AFTER = re.compile(r"[^\d.;:()]{0,60}(?<!\d)((?:19|20)\d\d)(?!\d|,\d)")
# Words between a number and its noun: « 4 nouveaux incubateurs ».
MODIFIERS = {
    *("nouveau", "nouvel", "nouveaux", "autr", "premi", "premier", "derni", "grand", "principal"),
    *("principaux", "différent", "different", "petit", "seul", "uniqu", "bel", "beau"),
}
CACHE_SIZE = 4_096


def words_before(statement: Statement) -> str:
    """Return the words of the sentence before the figure."""
    return END.split(statement.before)[-1]


def words_after(statement: Statement) -> str:
    """Return the words of the sentence after the figure."""
    # The figure itself may end a sentence, so the split sees a word before its stop.
    return END.split("0" + statement.after, maxsplit=1)[0][1:]


def whole_sentence(statement: Statement) -> str:
    """Return the whole sentence."""
    words = (words_before(statement), statement.figure.raw, words_after(statement))
    return " ".join(filter(None, map(str.strip, words)))


def stated_year(statement: Statement) -> int | None:
    """Return the year that is said of the figure: after it, else the last one before it."""
    if found := YEAR_AFTER.match(words_after(statement)):
        return int(found[1])
    years = YEAR.findall(ASIDE.sub(" ", words_before(statement)))
    return int(years[-1]) if years else None


def is_of_year(statement: Statement, reported: int) -> bool:
    """Return whether nothing says that the figure is of another year than the report's.

    A report speaks of its year's end as of the January after.
    """
    return stated_year(statement) in (None, reported, reported + 1)


def counted_noun(statement: Statement) -> str:
    """Return the stem of the noun that the figure counts, or nothing."""
    return next((stem for stem in statement.counted if stem not in MODIFIERS), "")


def counted_thing(statement: Statement) -> str:
    """Return the figure and the words after it, to the noun that it counts: « 4 nouveaux
    incubateurs ».
    """
    words, wanted = [statement.figure.raw.strip()], counted_noun(statement)
    for word in statement.after.split()[:4] if wanted else ():
        words.append(word.strip(" :,;.()"))
        if wanted in stem_words(word):
            break
    return " ".join(filter(None, words))


def stem_words(text: str) -> tuple[str, ...]:
    """Return the stems of a text of the report that is read, in order; elisions with any apostrophe
    are elisions.
    """
    return stem_words_in(text, current_locale().language)


@lru_cache(CACHE_SIZE)
def stem_words_in(text: str, language: str) -> tuple[str, ...]:
    words = stems.split_into_stems(stems.normalize_text(text), language)
    return tuple(word.stems[-1] for word in words)
