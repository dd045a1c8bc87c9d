"""Marks that go in pairs, and signs of other languages."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.lines import Line, lines
from reports.checks.rule import Severity, Slip, rule

PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
NAMES = {"(": "parenthèse", "[": "crochet", "«": "guillemet", "“": "guillemet"}
FEMININE = ("(",)
SMILEY = re.compile(r"(?<!\w)[:;8=][-']?[)(\]\[DPp]+(?!\w)")
INTERVAL = re.compile(r"[\[\]]\s*[-−+]?[\d∞][\d,. ]*\s*[;,]\s*[-−+]?[\d∞][\d,. ]*\s*[\[\]]")
LETTER = re.compile(r"(?<![\w(])(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,4})\)")
AROUND = 25
BYTES = re.compile(r"(?<![\w.,])(\d[\d ,.\u00a0\u202f]{0,20})([kKMGT])B(?!\w)")


@rule(
    "marks-unpaired",
    Severity.WARNING,
    "Parenthèse ou guillemet seul",
    "Une parenthèse, un crochet ou un guillemet est ouvert sans être fermé, ou fermé sans avoir "
    "été ouvert. Les lettres de liste (« a) ») et les mimiques ne sont pas signalées.",
)
def marks_unpaired(report: Reading) -> Iterator[Slip]:
    texts: list[list[Line]] = []
    last: tuple[object, str] | None = None
    for line in lines(report):
        if last != (line.place, line.role) or not line.marked:
            texts.append([])
        last = (line.place, line.role)
        texts[-1].append(line)
    for text in texts:
        for opening in PAIRS:
            for line, position in alone(text, opening):
                mark = line.text[position]
                verb = "ouvert" if mark == opening else "fermé"
                other = "fermé" if mark == opening else "ouvert"
                e = "e" if opening in FEMININE else ""
                un = "Une" if e else "Un"
                around = excerpt(line.text, position)
                yield Slip(
                    line.place,
                    f"{un} {NAMES[opening]} est {verb}{e} sans être {other}{e} : « {around} ».",
                    "Ajoutez le signe qui manque, ou supprimez celui-ci.",
                    (mark, around),
                )


def alone(text: list[Line], opening: str) -> list[tuple[Line, int]]:
    """The marks of one pair that have no other half: each line by itself, unless a mark of an
    earlier line is closed in a later one.
    """
    closing = PAIRS[opening]
    waiting: list[tuple[Line, int]] = []
    found: list[tuple[Line, int]] = []
    for line in text:
        words = bare(line.text)
        for position, mark in enumerate(words):
            if mark == opening:
                waiting.append((line, position))
            elif mark == closing:
                if waiting:
                    waiting.pop()
                elif closing != ")" or not letter(words, position):
                    found.append((line, position))
    return found + waiting


def bare(words: str) -> str:
    """Words of the same length in which smileys and intervals are blank."""
    if not any(mark in words for mark in "()[]"):
        return words
    for pattern in (SMILEY, INTERVAL):
        words = pattern.sub(lambda found: " " * len(found[0]), words)
    return words


def letter(words: str, position: int) -> bool:
    """Whether a closing parenthesis there is that of « a) »."""
    start = max(0, position - 5)
    ends = (found.end() for found in LETTER.finditer(words, start, position + 1))
    return position + 1 in ends


def excerpt(words: str, position: int) -> str:
    """The words around a mark."""
    start, end = max(0, position - AROUND), position + AROUND
    before = words[start:position]
    after = words[position:end]
    if start:
        before = "…" + (before.partition(" ")[2] or before)
    if end < len(words):
        after = (after.rpartition(" ")[0] or after) + "…"
    return (before + after).strip()


@rule(
    "bytes-in-english",
    Severity.WARNING,
    "Octets abrégés à l’anglaise",
    "La taille d’un fichier est donnée en KB, MB ou GB : en français, l’unité est l’octet (ko, "
    "Mo, Go).",
)
def bytes_in_english(report: Reading) -> Iterator[Slip]:
    for line in lines(report):
        for found in BYTES.finditer(line.text):
            right = f"{found[1].strip()} {found[2].replace('K', 'k')}o"
            yield Slip(
                line.place,
                f"« {found[0]} » s’écrit « {right} » en français.",
                f"Écrivez « {right} ».",
                (found[0],),
            )
