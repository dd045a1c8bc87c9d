"""Results that miss their target, and what the text says of the targets as a whole."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.outcomes import find_outcomes
from reports.checks.arithmetic.rounding import ZERO, format_number
from reports.checks.comparison.shortfalls import find_told_rows
from reports.checks.grouping import group_values
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.checks.rule import Issue, Severity, rule

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
MOST = re.compile(r"\b(?:majorité|plupart|plus de la moitié)\b", re.IGNORECASE)
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
LONGEST = 160


@rule(
    "target-missed",
    Severity.WARNING,
    "Objectif non atteint",
    "Le résultat de l’année est en deçà de l’objectif de la même année (au-delà, pour un "
    "indicateur qui doit baisser : délais, réclamations, coûts, émissions). Rien n’est dit d’un "
    "indicateur dont on ne sait s’il doit monter : ni son nom, ni le résultat d’avant, ni le sens "
    "de sa fiche ne le disent. Ce n’est pas une faute : le lecteur attend une explication, et "
    "l’un des deux chiffres peut être mal recopié. Une ligne qui a des mots à côté de ses chiffres "
    "n’est pas signalée : ils en disent l’issue. Une ligne dont le texte de la même partie dit "
    "l’écart, ou l’explique, non plus.",
)
def target_missed(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        missed = [o for o in find_outcomes(report, grid) if o.missed and not o.remarks]
        told = find_told_rows(report, grid, [o.name for o in missed]) if missed else set()
        for outcome in missed:
            if outcome.name not in told:
                result, target = outcome.result.raw.strip(), outcome.target.raw.strip()
                values = (outcome.result.value or ZERO, outcome.target.value or ZERO)
                yield Issue(
                    outcome.place,
                    f"« {outcome.name} » : « {result} » pour un objectif de « {target} » "
                    f"(écart de {format_number(max(values) - min(values))}).",
                    "Expliquez l’écart dans le texte, ou corrigez le chiffre.",
                    (outcome.name, result, target),
                )


@rule(
    "targets-claim-differs",
    Severity.WARNING,
    "Bilan des objectifs démenti par le tableau",
    "Le texte dit que tous les objectifs, la majorité ou un certain nombre d’entre eux ont été "
    "atteints, et le tableau d’indicateurs de la même partie en compte moins (ou plus, pour un "
    "nombre). Les lignes sans chiffre sont comptées au bénéfice du texte.",
)
def targets_claim_differs(report: Reading) -> Iterator[Issue]:
    sentences = group_values(
        (text.place.rank, (text.place, words))
        for text in report.texts
        if text.role not in ("cell", "column")
        for line in text.text.split("\n")
        for words in sentence.END.split(line)
    )
    for grid in report.grids:
        known = [o.missed for o in find_outcomes(report, grid)]
        if known.count(None) == len(known):
            continue
        for block in report.section(grid.place, 2):
            for place, words in sentences[block.place.rank]:
                yield from check_claims(report, grid, place, words, known)


def check_claims(
    report: Reading, grid: Grid, place: Place, words: str, known: Sequence[bool | None]
) -> Iterator[Issue]:
    """Yield an issue about a sentence on how many targets were reached, if the table denies it."""
    if not (OBJECT.search(words) and REACHED.search(words)) or NOT.search(words):
        return
    if any(int(year) != report.year for year in sentence.YEAR.findall(words)):
        return
    reached = known.count(False)
    most = reached + known.count(None)
    if count := PAIR.search(NUMBER_WORD.sub(write_digits, words)) or COUNT.search(words):
        number, *whole = (int(number) for number in count.groups() if number)
        right = reached <= number <= most and whole in ([], [len(known)])
    elif MOST.search(words):
        right = most * 2 > len(known)
    elif ALL.search(words):
        right = most == len(known)
    else:
        return
    if not right:
        yield Issue(
            place,
            f"« {shorten_sentence(words)} » : le tableau en compte {reached} sur {len(known)}.",
            "Corrigez la phrase, ou les chiffres du tableau.",
            (words.strip(), str(reached), str(len(known))),
            (grid.place,),
        )


def write_digits(word: re.Match[str]) -> str:
    """Return a number in words as digits."""
    return NUMBERS[word[0].lower()]


def shorten_sentence(words: str) -> str:
    """Return the sentence, cut off where it is long."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
