"""Rule that reports parts greater than their whole: « 170 tribunaux sur 168 », « 6,3/5 »."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reports.checks.arithmetic.rounding import HUNDRED, PLAIN, SHARES
from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import Figure, Qualifier
from reports.core.reading import Reading, sentence
from reports.core.reading.place import Place
from reports.core.reading.statement import Statement

# « 170 tribunaux sur 168 », with nothing after that could be counted: « 21 failles sur 9 sites ».
OUT_OF = re.compile(r"(?P<of>[^,;:.()\d]{0,60}?)\bsur(?: (?:les|un total de|un potentiel de))?\s*")
CLOSED = re.compile(r"\s*(?:$|[.,;:)]|\w+ant\b|(?:qui|que|ont|sont|utilisent|possibles?)\b)")
OF_A_WHOLE = re.compile(r"\s*(?:des|de la|du|de l[’'ʼ]|d[’'ʼ]entre)\b", re.IGNORECASE)
BEYOND = re.compile(
    r"hauss|augment|croissance|progress|objectif|cible|prév|plus|demande|rapport|niveau|montant",
    re.IGNORECASE,
)
PART = re.compile(r"\W*(?:part|proportion|pourcentage)\b", re.IGNORECASE)
NOTE = re.compile(r"(?P<note>\d{1,9}(?:[.,]\d+)?)\s?/\s?(?P<scale>5|10|20|100)")
WIDEST = 80
# « 1 450 logements, dont 1 620 », with nothing between that could be another thing's
OF_WHICH = re.compile(r"[^.;:()\d]{0,60}?[,(]?\s(?:dont|of which|including)\s*", re.IGNORECASE)


@rule(
    "share-impossible",
    Severity.WARNING,
    "Part plus grande que le tout",
    "Une part dépasse son tout : « 170 tribunaux sur 168 », « 45 agents, dont 52 femmes », "
    "« 120 % des agents », une ligne « Part de… » au-delà de 100 %, une note plus haute que son "
    "échelle (« 6,3/5 »). Les hausses et les dépassements d’objectif ne sont pas concernés.",
)
def share_impossible(report: Reading) -> Iterator[Issue]:
    for statements in report.stated_at.values():
        for first, second in pairwise(statements):
            if is_more_than_whole(first, second):
                part, whole = second.figure.raw.strip(), first.figure.raw.strip()
                words = f"« {part} » est plus que « {whole} », dont il est une part"
                yield build_issue(second.place, words, part, whole)
            if is_exceeded(first, second):
                part, whole = first.figure.raw.strip(), second.figure.raw.strip()
                yield build_issue(first.place, f"« {part} » est plus que « {whole} »", part, whole)
        for statement in statements:
            words = sentence.whole_sentence(statement)
            of_a_whole = OF_A_WHOLE.match(statement.after) and not BEYOND.search(words)
            if of_a_whole and is_too_much(statement.figure):
                part = statement.figure.raw.strip()
                yield build_issue(statement.place, f"« {part} » est plus que le tout", part)
    for fact in report.facts:
        note = NOTE.fullmatch(fact.figure.raw.strip())
        if note and Decimal(note["note"].replace(",", ".")) > Decimal(note["scale"]):
            words = f"« {note[0]} » est plus que son échelle"
            yield build_issue(fact.place, words, fact.figure.raw)
    for grid in report.grids:
        for row in grid.table.rows:
            if PART.match(row.head):
                for cell in row.cells[1:]:
                    if is_too_much(cell.figure):
                        head, part = row.head.strip(), cell.raw.strip()
                        words = f"« {head} » : « {part} » est plus que le tout"
                        yield build_issue(grid.place.below(row.head), words, row.head, cell.raw)


def is_exceeded(first: Statement, second: Statement) -> bool:
    """Return whether the first figure is said to be out of the second, and is more."""
    one, other = first.figure, second.figure
    if one.value is None or other.value is None or one.value <= other.value:
        return False
    if one.unit is not other.unit or one.qualifier not in PLAIN or other.qualifier not in PLAIN:
        return False
    between = between_figures(first, second)
    ratio = OUT_OF.fullmatch(between) if between is not None else None
    # « 12 sur 10 services » needs no noun of its own; with one, the whole is of the same.
    same = sentence.counted_noun(first) == sentence.counted_noun(second) != ""
    closed = CLOSED.match(second.after) is not None
    return ratio is not None and (not ratio["of"].strip() or same or closed)


def is_more_than_whole(first: Statement, second: Statement) -> bool:
    """Return whether the second figure is said to be a part of the first, and is more."""
    one, other = first.figure, second.figure
    if one.value is None or other.value is None or other.value <= one.value:
        return False
    if one.unit is not other.unit or not {one.qualifier, other.qualifier} <= {Qualifier.EXACT}:
        return False
    between = between_figures(first, second)
    return between is not None and OF_WHICH.fullmatch(between) is not None


def between_figures(first: Statement, second: Statement) -> str | None:
    """Return the words between two figures, or None if these are not close together in one line."""
    if not first.after.endswith(second.after):
        return None
    length = len(first.after) - len(second.after) - len(second.figure.raw)
    if not 0 <= length <= WIDEST or not first.after[length:].startswith(second.figure.raw):
        return None
    return first.after[:length]


def is_too_much(figure: Figure) -> bool:
    """Return whether a figure is a share of more than 100 %."""
    return (
        figure.unit in SHARES
        and figure.qualifier in (Qualifier.EXACT, Qualifier.MORE_THAN, Qualifier.AT_LEAST)
        and figure.value is not None
        and figure.value > HUNDRED
    )


def build_issue(place: Place, words: str, *about: str) -> Issue:
    """Return an issue that says which part is too large."""
    return Issue(place, f"{words}.", "Corrigez la part ou le tout.", about)
