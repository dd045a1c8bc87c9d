"""Matches two numbers that are probably of the same thing, so that one must be mistyped.

The rule `number-twice` uses these tests.
"""

import re
from collections.abc import Hashable, Sequence
from decimal import Decimal

from reports.checks.arithmetic.rounding import ZERO
from reports.checks.statements.printed_numbers import GENERIC, CellNumber, StatedNumber
from reports.checks.statements.slips import (
    CERTAIN_DIGITS,
    count_digits,
    is_one_digit_off,
    is_swapped,
    sort_digits,
)
from reports.core.comparison.agreement import differ
from reports.core.comparison.subject import meaningful_stems
from reports.core.figures import Figure
from reports.core.reading import Reading, sentence

Number = StatedNumber | CellNumber
NAMED = 2  # words that name what is counted beyond doubt
SLIPPED = tuple(Decimal(1000) ** times for times in (-2, -1, 1, 2))
# What says that a count is of the whole report, and of no part of it.
WHOLE = re.compile(
    r"\b(?:réseau|au total|en tout|ensemble|national\w*|programme|nos"
    r"|network|in total|overall|our)\b",
    re.IGNORECASE,
)
# What says that it is of a part: a place, a month, some of them.
OF_PART = re.compile(
    r"\b(?:dont|parmi|nouve\w+|chaque|par|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre|trimestre|mois|jour|semaine|depuis|monthly|each|new|per)\b"
    r"|\b(?:[Àà]|[Aa]ux?|[Dd]ans|[Cc]hez|[Ee]n|[Ii]n|[Aa]t)\s(?:la |le |les |l[’'ʼ])?(?=[A-ZÀ-Ý])",
)
# Verbs that say nothing of what a number is of.
VERBS = {"atteint", "atteignent", "elev", "represent", "compt", "percu", "gagn", "form", "accueil"}
MOST_OTHERS = 2  # words beside the name in a sentence that says no more than the number
OVERVIEW = re.compile(
    r"\b(?:chiffres|en bref|essentiel|repères|faits marquants|en un coup d|à retenir|glance"
    r"|highlights?|key (?:facts|figures|numbers)|in (?:numbers|figures|brief)|by the numbers"
    r"|summary)\b",
    re.IGNORECASE,
)
"""Titles of what sums up the report as a whole."""
CARDS = ("impact_cards", "comparison_cards")
LISTS = ("key_figures", "fact_list", "budget", *CARDS)


def digits_key(number: Number) -> Hashable:
    """Return a key that two numbers share if they have the same unit and the same digits."""
    return number.figure.unit, sort_digits(number.figure.value or ZERO)


def is_apart(saying: StatedNumber, other: Number) -> bool:
    """Return whether two numbers are in different places.

    Two numbers of one line, or of one list, count different things.
    """
    if isinstance(other, CellNumber):
        return saying.place.rank != other.grid.place.rank
    if saying.place.rank != other.place.rank:
        return True
    one, two = ("".join(each.statement.line.split()) for each in (saying, other))
    return saying.block_kind not in LISTS and one != two


def is_swapped_for(saying: StatedNumber, other: Number) -> bool:
    """Return whether two numbers of one thing differ by the order of two digits."""
    a, b = saying.figure.value or ZERO, other.figure.value or ZERO
    if not is_swapped(a, b) or not is_apart(saying, other):
        return False
    if saying.figure.unit is not None or count_digits(a) >= CERTAIN_DIGITS:
        return bool(saying.words & (other.words | find_section_words(other)))
    named = {*saying.subject[:1]} & other.words
    return bool(named or (other.subject and {*other.subject} <= saying.words))


def find_section_words(other: Number) -> frozenset[str]:
    """Return the stems of the title above a fact; a table has a caption."""
    section = other.place.section if isinstance(other, StatedNumber) else ""
    return frozenset(meaningful_stems(section)) - GENERIC


def is_misspelt_for(saying: StatedNumber, other: Number) -> bool:
    """Return whether two numbers of one name differ by one digit."""
    a, b = saying.figure.value or ZERO, other.figure.value or ZERO
    return (
        len(saying.subject) >= NAMED
        and saying.figure.unit is other.figure.unit
        and is_one_digit_off(a, b)
        and is_apart(saying, other)
    )


def sums_up(other: Number, saying: StatedNumber) -> bool:
    """Return whether a key figure of the whole report gives another number for the same name."""
    return (
        isinstance(other, StatedNumber)
        and other.block_kind in ("key_figures", "fact_list")
        and OVERVIEW.search(other.place.section) is not None
        and is_told_otherwise(saying, other)
    )


def find_lone_row(saying: StatedNumber, others: Sequence[Number]) -> list[Number]:
    """Return the cells of the year that give another number, in the only row of that name."""
    cells = [each for each in others if isinstance(each, CellNumber)]
    rows = {(cell.grid.place.block, cell.row.id) for cell in cells}
    if len(rows) != 1 or len(cells) < len(others) - 1:
        return []
    dated = [cell for cell in cells if saying.year in cell.years]
    return [c for c in dated if len(dated) == 1 and is_told_otherwise(saying, c)]


def is_told_otherwise(saying: StatedNumber, other: Number) -> bool:
    """Return whether two numbers with the same full name differ.

    A number above the whole is always wrong. A smaller one may be that of a part, unless words say
    that it is the whole.
    """
    return (
        len(saying.subject) >= NAMED
        and saying.subject == other.subject
        and differ(saying.figure, other.figure)
        and is_apart(saying, other)
        and is_of_whole(saying, other)
    )


def get_values(saying: StatedNumber, other: Number) -> tuple[Decimal, Decimal]:
    return saying.figure.value or ZERO, other.figure.value or ZERO


def is_of_whole(saying: StatedNumber, other: Number) -> bool:
    """Return whether a count cannot be of a part of what another counts."""
    a, b = get_values(saying, other)
    words = sentence.whole_sentence(saying.statement)
    if OF_PART.search(words) and not WHOLE.search(words):
        return a > b
    return a > b or WHOLE.search(f"{words} {saying.place.section}") is not None


def is_beside_total(report: Reading, saying: StatedNumber, cell: CellNumber) -> bool:
    """Return whether a number claims to be a total of a table in the same part, and is not.

    The sentence has hardly a word that is not one of the table.
    """
    a, b = get_values(saying, cell)
    if not is_apart(saying, cell) or saying.figure.unit is not cell.figure.unit:
        return False
    if saying.prints(cell):
        return False  # « Sur 642 dossiers, 428 sont soutenus »
    section = report.section(cell.grid.place)
    is_inside = section[0].place.rank <= saying.place.rank <= section[-1].place.rank
    if not is_inside or not differ(saying.figure, cell.figure):
        return False
    words = sentence.whole_sentence(saying.statement)
    if saying.figure.unit is not None:  # money is said of many things
        is_named = bool(saying.words) and saying.words - VERBS <= cell.words
        is_slip = is_one_digit_off(a, b) and bool(saying.words & cell.words)
        return is_slip or (is_named and not OF_PART.search(words))
    others = {*meaningful_stems(words)} - cell.words - GENERIC - VERBS
    is_bare = len(others) < MOST_OTHERS and not OF_PART.search(words)
    is_wider = WHOLE.search(words) is not None  # than the table of one part
    return {*saying.subject} <= cell.words and not is_wider and (a > b or is_bare)


def is_scaled_for(figure: Figure, total: Figure) -> bool:
    """Return whether a number in words is in the wrong scale: « 4,2 milliards » for 4 212 000 €.

    A number that is wrong by two scales counts too.
    """
    value, exact = figure.value or ZERO, total.value or ZERO
    if not figure.has_scale or figure.unit is not total.unit or not figure.step or not exact:
        return False
    return any(
        abs(value * factor - exact) * 2 <= max(figure.step * factor, total.step or ZERO)
        for factor in SLIPPED
    )


def are_of_one_year(saying: StatedNumber, other: Number) -> bool:
    """Return whether nothing says that two numbers are of two years."""
    if isinstance(other, StatedNumber):
        return saying.year == other.year
    return not other.years or saying.year in other.years
