"""Rules that report unpaired brackets and quotation marks, and sizes in KB, MB or GB in French."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.lines import Line, iterate_lines

PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
NAMES = {"(": "parenthèse", "[": "crochet", "«": "guillemet", "“": "guillemet"}
FEMININE = ("(",)
SMILEY = re.compile(r"(?<!\w)(?:(?<![.,(])8|[:;=])[-']?[)(\]\[DPp]+(?!\w)")
INTERVAL = re.compile(
    r"[\[\]]\s{0,3}[-−+]?[\d∞][\d,. ]{0,20}\s?[;,]\s{0,3}[-−+]?[\d∞][\d,. ]{0,20}\s?[\[\]]"
)
LETTER = re.compile(r"(?<![\w(])(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,4})\)")
CONTEXT_CHARACTERS = 25
BYTES = re.compile(r"(?<![\w.,])(\d[\d ,.\u00a0\u202f]{0,20})([kKMGT])B(?!\w)")


@rule(
    "marks-unpaired",
    Severity.WARNING,
    "Parenthèse ou guillemet seul",
    "Une parenthèse, un crochet ou un guillemet est ouvert sans être fermé, ou fermé sans avoir "
    "été ouvert. Les lettres de liste (« a) ») et les mimiques ne sont pas signalées.",
)
def marks_unpaired(report: Reading) -> Iterator[Issue]:
    texts: list[list[Line]] = []
    last: tuple[object, str] | None = None
    for line in iterate_lines(report):
        if last != (line.place, line.role) or not line.marked:
            texts.append([])
        last = (line.place, line.role)
        texts[-1].append(line)
    for text in texts:
        for opening in PAIRS:
            for line, position in find_unpaired(text, opening):
                mark, around = line.text[position], quote_around(line.text, position)
                verb, other = ("ouvert", "fermé") if mark == opening else ("fermé", "ouvert")
                un, e = ("Une", "e") if opening in FEMININE else ("Un", "")
                yield Issue(
                    line.place,
                    f"{un} {NAMES[opening]} est {verb}{e} sans être {other}{e} : « {around} ».",
                    "Ajoutez le signe qui manque, ou supprimez celui-ci.",
                    (mark, around),
                )


def find_unpaired(text: list[Line], opening: str) -> list[tuple[Line, int]]:
    """Return the marks of one kind without a counterpart.

    Each line is checked by itself, but a mark that an earlier line opens may be closed in a later
    one.
    """
    closing = PAIRS[opening]
    if not any(opening in line.text or closing in line.text for line in text):
        return []
    waiting: list[tuple[Line, int]] = []
    alone: list[tuple[Line, int]] = []
    for line in text:
        words = blank_smileys(line.text)
        for position, mark in enumerate(words):
            if mark == opening:
                waiting.append((line, position))
            elif mark == closing:
                if waiting:
                    waiting.pop()
                elif closing != ")" or not is_list_letter(words, position):
                    alone.append((line, position))
    return alone + waiting


def blank_smileys(words: str) -> str:
    """Return words of the same length in which smileys and intervals are blank."""
    if not any(mark in words for mark in "()[]"):
        return words
    for pattern in (SMILEY, INTERVAL):
        words = pattern.sub(lambda mark: " " * len(mark[0]), words)
    return words


def is_list_letter(words: str, position: int) -> bool:
    """Return whether a closing parenthesis there is that of « a) »."""
    letters = LETTER.finditer(words, max(0, position - 5), position + 1)
    return any(letter.end() == position + 1 for letter in letters)


def quote_around(words: str, position: int) -> str:
    """Return the words around a mark."""
    start, end = max(0, position - CONTEXT_CHARACTERS), position + CONTEXT_CHARACTERS
    before, after = words[start:position], words[position:end]
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
    language="fr",
)
def bytes_in_english(report: Reading) -> Iterator[Issue]:
    for line in iterate_lines(report):
        for size in BYTES.finditer(line.text):
            right = f"{size[1].strip()} {size[2].replace('K', 'k')}o"
            yield Issue(
                line.place,
                f"« {size[0]} » s’écrit « {right} » en français.",
                f"Écrivez « {right} ».",
                (size[0],),
            )
