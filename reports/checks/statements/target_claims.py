"""Compares sentences on how many targets were reached with the rows of a table."""

import re
from collections.abc import Mapping, Sequence

from reports.checks.arithmetic.outcomes import Outcome, find_outcomes
from reports.checks.arithmetic.statuses import read_colour
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values

REACHED = re.compile(
    r"\b(?:atteint|atteints|atteinte|rempli|remplis|dépassé|dépassés|tenu|tenus"
    r"|met|reached|achieved|exceeded)\b"
)
OBJECT = re.compile(r"\b(?:objectif|cible|target|goal)s\b", re.IGNORECASE)
NOT = re.compile(
    r"\bn(?:e |[’'ʼ])|\bpas\b|\bsans\b|\baucun|\bsauf\b|\bpresque\b"
    r"|\bnot\b|n[’'ʼ]t\b|\bno(?:ne)?\b|\bexcept\b|\balmost\b|\bnearly\b|\bmissed\b",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:tous|toutes|ensemble|totalité|intégralité)\b", re.IGNORECASE)
MAJORITY = re.compile(r"\b(?:majorité|plupart|plus de la moitié)\b", re.IGNORECASE)
COUNT = re.compile(
    r"(?<![\d,.])(\d{1,3}) (?:objectif|cible)s? sur (?:les )?(\d{1,3})"
    r"|(?<![\d,.])(\d{1,3}) (?:des|sur(?: les)?) (\d{1,3}) (?:objectif|cible)"
    r"|(?<![\d,.])(\d{1,3}) (?:objectif|cible)",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"(?<![\d,.])(\d{1,3}) (?:objectif|cible)s? sur (?:les |nos |ses )?(\d{1,3})"
    r"|(?<![\d,.])(\d{1,3}) (?:des|de (?:ses|nos|leurs)|sur(?: les| nos| ses)?"
    r"|(?:out )?of(?: the| our| its| their)?) (\d{1,3}) (?:objectif|cible|target|goal)",
    re.IGNORECASE,
)
NUMBERS = {
    word: str(number)
    for words in (
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    )
    for number, word in enumerate(words.split(), 2)
}
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
COUNT_NUMBERS = 2  # numbers: how many targets of how many

Sentences = Mapping[int, Sequence[tuple[Place, str]]]


def find_target_claims(report: Reading, grid: Grid) -> list[bool | None]:
    """Return for each row of a table whether its target was missed; None if that is unknown."""
    return [assess_target(outcome) for outcome in find_outcomes(report, grid, is_undated=True)]


def assess_target(outcome: Outcome) -> bool | None:
    """Return whether a target was missed, by its numbers or else by the words beside them."""
    if outcome.missed is not None:
        return outcome.missed
    told = [status for each in outcome.remarks if (status := read_colour(each)) is not None]
    return not told[0] if told else None


def group_sentences(report: Reading) -> dict[int, list[tuple[Place, str]]]:
    """Return the sentences of each block that speak of targets, by its rank."""
    return group_values(
        (text.place.rank, (text.place, words))
        for text in report.texts
        if text.role not in ("cell", "column")
        for line in text.text.split("\n")
        if OBJECT.search(line)
        for words in sentence.END.split(line)
    )


def is_right(words: str, known: Sequence[bool | None], year: int) -> bool | None:
    """Return whether a sentence counts the reached targets as the table does.

    `known` says for each row whether its target was missed. Return None if the sentence counts
    none, or those of another year.
    """
    if not (OBJECT.search(words) and REACHED.search(words)) or NOT.search(words):
        return None
    if any(int(named) != year for named in sentence.YEAR.findall(words)):
        return None
    reached = known.count(False)
    most = reached + known.count(None)
    if count := find_count(words):
        number, *whole = count
        return reached <= number <= most and whole in ([], [len(known)])
    if MAJORITY.search(words):
        return most * 2 > len(known)
    return most == len(known) if ALL.search(words) else None


def mentions_missed_targets(report: Reading, grid: Grid, sentences: Sentences) -> bool:
    """Return whether a sentence of the same part says rightly that some targets were missed."""
    known = find_target_claims(report, grid)
    for block in report.section(grid.place, 2):
        for _, words in sentences.get(block.place.rank, ()):
            count = find_count(words)
            if (
                len(count) == COUNT_NUMBERS
                and count[0] < count[1]
                and is_right(words, known, report.year)
            ):
                return True
    return False


def find_count(words: str) -> list[int]:
    """Return how many targets a sentence says were reached, and of how many if it says so."""
    count = PAIR.search(NUMBER_WORD.sub(write_digits, words)) or COUNT.search(words)
    return [int(number) for number in count.groups() if number] if count else []


def write_digits(word: re.Match[str]) -> str:
    """Return a number in words as digits."""
    return NUMBERS[word[0].lower()]
