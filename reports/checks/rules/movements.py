"""Rule that compares verbs of rise and fall, and « doublé », with the two numbers beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic.passages import Passage, find_passages
from reports.checks.arithmetic.rounding import format_number
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules import stated_growth
from reports.core.figures import Unit
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_clauses

RISEN = (
    r"rose|risen|rising|grew|grown|grow|growing|increas(?:e|es|ed|ing)|climbed|went up|up"
    r"|augment(?:e|ent|é|ée|és|ées|ant|ation)|progress(?:e|ent|é|ant)|hausse"
)
FALLEN = (
    r"fell|fallen|falling|dropp?(?:ed|ing)|declin(?:ed|ing)|decreas(?:e|es|ed|ing)|went down|down"
    r"|reduced|baiss(?:e|ent|é|ant)|diminu(?:e|ent|é|ant|tion)|recul(?:e|ent|é|ant)|chuté"
)
TIMES = {
    **dict.fromkeys(("doubled", "doublé", "doublée", "doublés", "doublées"), 2),
    **dict.fromkeys(("tripled", "trebled", "triplé", "triplée", "triplés", "triplées"), 3),
    **dict.fromkeys(("quadrupled", "quadruplé", "quadruplée", "quadruplés", "quadruplées"), 4),
}
HALVED = "halved"
MOVED = re.compile(
    rf"\b(?:(?P<rise>{RISEN})|(?P<fall>{FALLEN})|(?P<times>{'|'.join((*TIMES, HALVED))}))\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"[^\d.;:()]{0,30},\s(?:soit\s)?(?:en|une|an?)\s"
    r"(?:(?P<rise>hausse|augmentation|progression|increase|rise)"
    r"|(?P<fall>baisse|diminution|recul|fall|drop|decrease))\b",
    re.IGNORECASE,
)
MORE = re.compile(r"\b(?:plus que|more than)\s$", re.IGNORECASE)
LOOSE = re.compile(
    r"\b(?:presque|quasi\w*|près de|environ|pratiquement|nearly|almost|about|around|roughly"
    r"|virtually|practically|not|never|without|pas|jamais|sans|would|could|auraient?)\b|n[’']t\b",
    re.IGNORECASE,
)
# What leads from the verb to another thing, or makes a rise of smaller numbers
OTHER = re.compile(
    r"\b(?:while|whereas|but|and|as|with|when|after|despite|by|tandis|alors|mais|et|après|avec"
    r"|malgré|quand|par|went|passé\w*)\b",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"\b(?:rank|ranking|ranked|rang|places?|positions?|classement|quartile|notation|performances?"
    r"|selon|suivant|depending|according|between|entre)\b",
    re.IGNORECASE,
)
NEAR = 60  # characters between a verb and its numbers
ROOM = Decimal("0.15")  # how far from twice, of it, what « doublé » is said of may be
SLACK = Decimal("0.01")


@rule(
    "movement-differs",
    Severity.WARNING,
    "Hausse ou baisse démentie par ses nombres",
    "Une phrase dit qu’un nombre a augmenté, baissé ou doublé, et donne deux nombres qui font le "
    "contraire (« ont augmenté de 512 000 à 463 000 », « a plus que doublé, de 1 240 à 1 860 »). "
    "Ce qui est dit à peu près (« presque doublé ») et les rangs ne sont pas contrôlés.",
)
def movement_differs(report: Reading) -> Iterator[Issue]:
    for place, words in iterate_clauses(report, MOVED):
        if SILENT.search(words) or any(stated_growth.check_sentence(place, words)):
            continue  # a growth that is wrong is told once
        for passage in find_passages(words):
            if message := find_contradiction(passage):
                yield Issue(
                    place,
                    message,
                    "Corrigez le verbe, ou l’un des deux nombres.",
                    (passage.raw, words.strip()),
                )
                break


def find_contradiction(passage: Passage) -> str:
    """Return what is wrong between a verb and its two numbers, in French; empty if nothing is."""
    start, end = passage.start.value, passage.end.value
    if start is None or end is None or min(start, end) <= 0:
        return ""
    verb = AFTER.match(passage.after) or find_verb(passage)
    if verb is None:
        return ""
    numbers = f"de « {passage.start.raw.strip()} » à « {passage.end.raw.strip()} »"
    said, found = verb[0].rpartition(", ")[2].strip(), verb.groupdict()
    if found.get("times"):
        is_more = MORE.search(passage.before[-NEAR:][: verb.start()]) is not None
        is_wrong = not is_multiplied(end / start, found["times"].lower(), is_more=is_more)
        times = format_number(end / start, 2)
        return f"« {said} » : {numbers}, le nombre est multiplié par {times}." if is_wrong else ""
    if found["rise"] and end < start:
        return f"« {said} » : {numbers}, le nombre baisse."
    if found["fall"] and end > start and not is_range_of_fall(passage):
        return f"« {said} » : {numbers}, le nombre augmente."
    return ""


def find_verb(passage: Passage) -> re.Match[str] | None:
    """Return the last verb before the numbers, if nothing between says that they are of others."""
    before = passage.before[-NEAR:]
    verbs = list(MOVED.finditer(before))
    if not verbs or LOOSE.search(before) or OTHER.search(before[verbs[-1].end() :]):
        return None
    return None if re.search(r"[\d;:()]", before[verbs[-1].end() :]) else verbs[-1]


def is_multiplied(ratio: Decimal, verb: str, *, is_more: bool) -> bool:
    """Return whether a ratio can be called doubled, tripled or halved, or more than that."""
    if verb == HALVED:
        ratio, verb = 1 / ratio, "doubled"
    times = Decimal(TIMES[verb])
    if is_more:
        return ratio >= times * (1 - SLACK)
    return times * (1 - ROOM) <= ratio <= times * (1 + ROOM)


def is_range_of_fall(passage: Passage) -> bool:
    """Return whether « a baissé de 10 % à 15 % » may say by how much."""
    is_of_rates = passage.start.unit in (Unit.PERCENT, Unit.POINT)
    is_french = passage.raw.lower().startswith("de ")
    return is_of_rates and is_french and not passage.before.rstrip().endswith(",")
