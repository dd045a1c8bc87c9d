"""Words in English that nothing says are English."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from reports.checks.reading import Reading
from reports.checks.reading.lines import Line, lines
from reports.checks.rule import Severity, Slip, rule

LEXICON = Path(__file__).parents[1] / "english.json"
NAMES = ("name", "owner", "owners", "attribution")  # of services, incubators, people
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\S+")
ADDRESS = re.compile(r"://|www\.|\w@\w|\.(?:fr|com|org|eu|io|net)\b")


@rule(
    "english-unmarked",
    Severity.WARNING,
    "Expression anglaise non signalée",
    "Une expression anglaise n’est pas signalée comme telle : une synthèse vocale la prononce à "
    "la française (RGAA 8.7). Les mots que les dictionnaires français ont admis, et les noms "
    "propres, ne sont pas signalés.",
)
def english_unmarked(report: Reading) -> Iterator[Slip]:
    found: dict[str, list[tuple[Line, str]]] = {}
    for line in lines(report):
        if line.role not in NAMES:
            for match in expressions().finditer(WORD.sub(unaddressed, line.native)):
                found.setdefault(root(match[0]), []).append((line, match[0]))
    for expression, uses in found.items():
        places = list(dict.fromkeys(line.place for line, _ in uses))
        markable = any(line.marked and line.role != "note" for line, _ in uses)
        mark = "Marquez cette expression avec le bouton « Anglais » du texte, ou écrivez"
        times = f" ({len(uses)} fois)" if uses[1:] else ""
        yield Slip(
            places[0],
            f"« {uses[0][1]} » est de l’anglais que rien ne signale{times}.",
            f"{mark if markable else 'Écrivez'} « {lexicon()[expression]} ».",
            (expression,),
            tuple(places[1:]),
        )


def unaddressed(word: re.Match[str]) -> str:
    """A word, or nothing for an address."""
    return "" if ADDRESS.search(word[0]) else word[0]


@lru_cache(1)
def lexicon() -> Mapping[str, str]:
    """What is said in French, by English expression in lower case."""
    return json.loads(LEXICON.read_text(encoding="utf-8"))


@lru_cache(1)
def expressions() -> re.Pattern[str]:
    """Any expression of the lexicon, perhaps in the plural, the longest first."""
    longest = sorted(lexicon(), key=len, reverse=True)
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest)
    return re.compile(rf"(?<![\w/.@-])(?:{words})s?(?![\w@]|-\w)", re.IGNORECASE)


def root(printed: str) -> str:
    """The expression of the lexicon that is printed."""
    words = SPACE.sub(" ", printed).lower()
    return words if words in lexicon() else words.removesuffix("s")
