"""What the text says of the targets as a whole."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.outcomes import outcomes
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Grid, Text
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule

REACHED = re.compile(
    r"\b(?:atteint|atteints|atteinte|rempli|remplis|dépassé|dépassés|tenu|tenus)\b"
)
OBJECT = re.compile(r"\b(?:objectif|cible)s\b", re.IGNORECASE)
NOT = re.compile(r"\bn(?:e |[’'ʼ])|\bpas\b|\bsans\b|\baucun|\bsauf\b|\bpresque\b", re.IGNORECASE)
ALL = re.compile(r"\b(?:tous|toutes|ensemble|totalité|intégralité)\b", re.IGNORECASE)
MOST = re.compile(r"\b(?:majorité|plupart|plus de la moitié)\b", re.IGNORECASE)
COUNT = re.compile(
    r"(?<![\d,.])(\d{1,3}) (?:objectif|cible)s? sur (?:les )?(\d{1,3})"
    r"|(?<![\d,.])(\d{1,3}) (?:des|sur(?: les)?) (\d{1,3}) (?:objectif|cible)"
    r"|(?<![\d,.])(\d{1,3}) (?:objectif|cible)",
    re.IGNORECASE,
)
LONGEST = 160


@rule(
    "targets-claim-differs",
    Severity.WARNING,
    "Bilan des objectifs démenti par le tableau",
    "Le texte dit que tous les objectifs, la majorité ou un certain nombre d’entre eux ont été "
    "atteints, et le tableau d’indicateurs de la même partie en compte moins (ou plus, pour un "
    "nombre). Les lignes sans chiffre sont comptées au bénéfice du texte.",
)
def targets_claim_differs(report: Reading) -> Iterator[Slip]:
    told: dict[int, list[Text]] = {}
    for text in report.texts:
        if text.role not in ("cell", "column"):
            told.setdefault(text.place.rank, []).append(text)
    for grid in report.grids:
        known = [o.missed for o in outcomes(report, grid)]
        if known.count(None) == len(known):
            continue
        for block in report.section(grid.place, 2):
            for text in told.get(block.place.rank, ()):
                for line in text.text.split("\n"):
                    for words in sentence.END.split(line):
                        yield from claimed(report, grid, text.place, words, known)


def claimed(
    report: Reading, grid: Grid, place: Place, words: str, known: Sequence[bool | None]
) -> Iterator[Slip]:
    """A sentence on how many targets were reached, if the table denies it."""
    if not (OBJECT.search(words) and REACHED.search(words)) or NOT.search(words):
        return
    if any(int(year) != report.year for year in sentence.YEAR.findall(words)):
        return
    reached, unknown = known.count(False), known.count(None)
    most = reached + unknown
    if count := COUNT.search(words):
        numbers = [int(number) for number in count.groups() if number]
        number, whole = numbers[0], numbers[-1] if len(numbers) > 1 else len(known)
        right = reached <= number <= most and whole == len(known)
    elif MOST.search(words):
        right = most * 2 > len(known)
    elif ALL.search(words):
        right = most == len(known)
    else:
        return
    if not right:
        yield Slip(
            place,
            f"« {shortened(words)} » : le tableau en compte {reached} sur {len(known)}.",
            "Corrigez la phrase, ou les chiffres du tableau.",
            (words.strip(), str(reached), str(len(known))),
            (grid.place,),
        )


def shortened(words: str) -> str:
    """The sentence, its end cut off where it is long."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
