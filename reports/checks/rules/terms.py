"""Terms that a report defines."""

import re
from collections.abc import Iterator

from reports.checks.comparing.subject import stemmed
from reports.checks.reading import Reading
from reports.checks.reading.parts import Definition
from reports.checks.rule import Severity, Slip, rule
from reports.search.stems import folded

ACRONYM = re.compile(r"[^\W\d_]*[A-ZÀ-Ý]{2}[\w&-]*")
NUMBERED = re.compile(r"[\w&]+")
BRACKETS = re.compile(r"\s*\(([^)]*)\)\s*$")


@rule(
    "defined-twice",
    Severity.WARNING,
    "Terme défini deux fois",
    "Un terme a deux définitions : l’une des deux porte peut-être le nom d’une autre.",
)
def defined_twice(report: Reading) -> Iterator[Slip]:
    seen: dict[str, Definition] = {}
    for term in report.definitions:
        if not (name := folded(term.name)):
            continue
        first = seen.setdefault(name, term)
        if first is not term:
            yield Slip(
                term.place,
                f"« {term.name.strip()} » est défini deux fois.",
                "Renommez l’un des deux termes, ou réunissez les définitions.",
                (term.name, first.text, term.text),
                (first.place,),
            )


@rule(
    "unused-term",
    Severity.WARNING,
    "Terme défini et jamais employé",
    "Un terme ou un sigle est défini, et le bilan ne l’emploie nulle part ailleurs.",
)
def unused_term(report: Reading) -> Iterator[Slip]:
    if not report.definitions:
        return
    own = {name(term): folded(term.name) for term in report.definitions}
    words: set[str] = set()
    lines: list[str] = []
    for text in report.texts:
        spot = (text.place.block, text.place.trail[:-1])
        if spot in own and text.role == "name":
            continue
        mine = own.get(spot, "")
        stems = f" {' '.join(stemmed(text.text))} "
        lines.append(stems if not mine else f"{mine}\n{stems}")
        found = {folded(word) for word in NUMBERED.findall(text.text.replace("ʼ", "’"))}
        words |= found - {mine}
    whole = "\n".join(lines)
    for term in report.definitions:
        if folded(term.name) and not used(term, words, lines, whole):
            yield Slip(
                term.place,
                f"« {term.name.strip()} » est défini et n’est employé nulle part ailleurs.",
                "Supprimez la définition, ou employez ce terme.",
                (term.name,),
            )


def name(term: Definition) -> tuple[str, tuple[str, ...]]:
    """The spot of a definition, as the texts below it know it."""
    return term.place.block, term.place.trail


def used(term: Definition, words: set[str], lines: list[str], whole: str) -> bool:
    """Whether a term stands anywhere but in its own definition."""
    spoken = [BRACKETS.sub("", term.name), *BRACKETS.findall(term.name)]
    for alias in filter(None, map(str.strip, spoken)):
        if ACRONYM.fullmatch(alias) or len(stemmed(alias)) < 1:
            if folded(alias) in words:
                return True
            continue
        sought = f" {' '.join(stemmed(alias))} "
        if sought in whole:
            own = folded(term.name)
            for line in lines:
                mine, _, rest = line.rpartition("\n")
                if sought in (rest or line) and mine != own:
                    return True
    return False
