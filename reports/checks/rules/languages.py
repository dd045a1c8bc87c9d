"""Rule that reports English expressions that are not marked as English."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.lines import iterate_lines
from reports.core.text.grouping import group_values

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
    language="fr",
)
def english_unmarked(report: Reading) -> Iterator[Issue]:
    uses_by_expression = group_values(
        (find_expression(match[0]), (line, match[0]))
        for line in iterate_lines(report)
        if line.role not in NAMES
        for match in compile_expressions().finditer(WORD.sub(blank_address, line.native))
    )
    for expression, uses in uses_by_expression.items():
        first, *others = dict.fromkeys(line.place for line, _ in uses)
        markable = any(line.marked and line.role != "note" for line, _ in uses)
        mark = "Marquez cette expression avec le bouton « EN » du texte, ou écrivez"
        times = f" ({len(uses)} fois)" if uses[1:] else ""
        yield Issue(
            first,
            f"« {uses[0][1]} » est de l’anglais que rien ne signale{times}.",
            f"{mark if markable else 'Écrivez'} « {load_lexicon()[expression]} ».",
            (expression,),
            tuple(others),
        )


def blank_address(word: re.Match[str]) -> str:
    """Return a word, or nothing for an address."""
    return "" if ADDRESS.search(word[0]) else word[0]


@lru_cache(1)
def load_lexicon() -> Mapping[str, str]:
    """Return the French expressions, by English expression in lower case."""
    return json.loads(LEXICON.read_text(encoding="utf-8"))


@lru_cache(1)
def compile_expressions() -> re.Pattern[str]:
    """Return a pattern of any expression of the lexicon, perhaps in the plural, the longest
    first.
    """
    longest = sorted(load_lexicon(), key=len, reverse=True)
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest)
    return re.compile(rf"(?<![\w/.@-])(?:{words})s?(?![\w@]|-\w)", re.IGNORECASE)


def find_expression(printed: str) -> str:
    """Return the expression of the lexicon that is printed."""
    words = SPACE.sub(" ", printed).lower()
    return words if words in load_lexicon() else words.removesuffix("s")
