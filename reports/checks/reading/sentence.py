"""The sentence that a figure stands in: its words, its year, the noun that the figure counts."""

import re
from functools import lru_cache

from reports.checks.reading.statement import Statement
from reports.search import stems

END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])")
ASIDE = re.compile(r"\([^()]*\)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|,\d)")
# A year that is said of the figure before it: no other number and no pause between them.
YEAR_AFTER = re.compile(r"[^\d.;:()]{0,60}(?<!\d)((?:19|20)\d\d)(?!\d|,\d)")
# Words between a number and its noun: « 4 nouveaux incubateurs ».
MODIFIERS = {
    *(
        "nouveau",
        "nouvel",
        "nouveaux",
        "autr",
        "premi",
        "premier",
        "derni",
        "grand",
        "principal",
        "principaux",
    ),
    *("différent", "different", "petit", "seul", "uniqu", "bel", "beau"),
}
KEPT = 4_096


def before(statement: Statement) -> str:
    """The words of the sentence before the figure."""
    return END.split(statement.before)[-1]


def after(statement: Statement) -> str:
    """The words of the sentence after the figure."""
    # The figure itself may end a sentence, so the split sees a word before its stop.
    return END.split("0" + statement.after, maxsplit=1)[0][1:]


def words(statement: Statement) -> str:
    """The whole sentence."""
    parts = (before(statement).strip(), statement.figure.raw.strip(), after(statement).strip())
    return " ".join(filter(None, parts))


def year(statement: Statement) -> int | None:
    """The year that is said of the figure: after it, else the last one before it."""
    if found := YEAR_AFTER.match(after(statement)):
        return int(found[1])
    years = YEAR.findall(ASIDE.sub(" ", before(statement)))
    return int(years[-1]) if years else None


def is_of(statement: Statement, reported: int) -> bool:
    """Whether nothing says that the figure is of another year than the report's.

    A report speaks of its year's end as of the January after.
    """
    return year(statement) in (None, reported, reported + 1)


def noun(statement: Statement) -> str:
    """The stem of the noun that the figure counts, or nothing."""
    return next((stem for stem in statement.counted if stem not in MODIFIERS), "")


def thing(statement: Statement) -> str:
    """The figure and the words after it, to the noun that it counts: « 4 nouveaux incubateurs »."""
    found, wanted = [statement.figure.raw.strip()], noun(statement)
    for word in statement.after.split()[:4] if wanted else ():
        found.append(word.strip(" :,;.()"))
        if wanted in stemmed(word):
            break
    return " ".join(filter(None, found))


@lru_cache(KEPT)
def stemmed(text: str) -> tuple[str, ...]:
    """The stems of a text, in order; elisions with any apostrophe are elisions."""
    return tuple(word.stems[-1] for word in stems.words(stems.normal(text)))
