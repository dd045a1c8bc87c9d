"""Finds the missed targets of a table that the text of the same section mentions or explains."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reports.core.comparison.subject import meaningful_stems
from reports.core.reading import Reading, sentence
from reports.core.reading.clauses import SILENT
from reports.core.reading.parts import Grid

TOLD = re.compile(
    r"\b(?:pas (?:été |encore )?(?:atteint|tenu|rempli)\w*|n[’'ʼ]att(?:eint|eignent) (?:pas|que)"
    r"|non (?:atteint|tenu)\w*|manqu\w+|retards?|retardée?s?|en deçà|en[- ]dessous|écarts?"
    r"|sous (?:l[’'ʼ]objectif|la cible)|s[’'ʼ]expliqu\w+|faute de|en raison|à cause|pénurie"
    r"|insuffisan\w+|loin d\w*|reportée?s?|difficultés?"
    r"|missed|f[ae]ll(?:s|ing)? short|short of|shortfalls?|below|behind|delay(?:s|ed)?|due to"
    r"|because|explained|owing to|shortages?|lack(?:s|ed)?"
    r"|(?:not|n[’'ʼ]t) (?:\w+ )?(?:reach|meet|met|achieve|hit)\w*)\b",
    re.IGNORECASE,
)
HINTED = re.compile(
    r"\b(?:moins|recul\w*|baiss\w+|trop|seulement|encore|presque|diminu\w+|ralenti\w*"
    r"|less|fewer|too|only|still|fell|drop(?:s|ped)?|declin\w+|almost|nearly|slow\w*)\b",
    re.IGNORECASE,
)
"""What may tell of a shortfall, in a sentence that is clearly about the row."""
DENIED = re.compile(
    r"\b(?:sans|aucune?|no|without|never) (?:aucune? |any )?(?:retard|difficulté|écart|objectif"
    r"|cible|delay|shortfall|target)s?\b",
    re.IGNORECASE,
)
AIM = re.compile(r"\b(?:objectif|cible|target|goal)(?P<many>s)?\b", re.IGNORECASE)
PREFIX_LETTERS = 5  # letters that a name and a sentence share: « satisfied », « satisfaction »
MIN_SHARED_STEMS = 2
GENERIC = {
    *("nombr", "part", "taux", "tot", "total", "volum", "pourc", "propo", "moyen", "media"),
    *("avera", "mean", "share", "numbe", "rate", "perce", "objec", "cible", "targe", "resul"),
}


def find_explained_rows(report: Reading, grid: Grid, names: Sequence[str]) -> set[str]:
    """Return those of the named rows, which missed their target, that the text explains."""
    told: set[str] = set()
    for words in iterate_sentences(report, grid):
        is_told = TOLD.search(words)
        if DENIED.search(words) or not (is_told or HINTED.search(words)):
            continue
        spoken = set(shorten_stems(words))
        shared = {name: len(spoken & shorten_stems(name)) for name in names}
        most = max(shared.values(), default=0)
        if most:
            told |= {
                name
                for name, count in shared.items()
                if count == most
                and (is_told or count >= min(MIN_SHARED_STEMS, len(shorten_stems(name))))
            }
        elif is_told and (aim := AIM.search(words)) and (aim["many"] or len(names) == 1):
            told |= set(names)
    return told


def iterate_sentences(report: Reading, grid: Grid) -> Iterator[str]:
    """Yield the sentences of the section of a table, and of the notes of its rows."""
    ranks = {b.place.rank for b in report.section(grid.place) if b.node.has_sentences}
    ranks.add(grid.place.rank)
    for text in report.texts:
        if text.place.rank in ranks and text.role not in SILENT:
            for line in text.text.split("\n"):
                yield from sentence.END.split(line)


@lru_cache(sentence.CACHE_SIZE)
def shorten_stems(words: str) -> frozenset[str]:
    """Return the beginnings of the stems of what words are about."""
    return frozenset(stem[:PREFIX_LETTERS] for stem in meaningful_stems(words)) - GENERIC
