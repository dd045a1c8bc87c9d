"""Spaces that were forgotten: before the marks of French, and between its digits."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.reading import Reading
from reports.checks.reading.lines import Line, runs
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule

WORD = re.compile(r"\S+")
# What a word holds that is no prose: an address, a code.
CODE = re.compile(r"://|www\.|\w@\w|[?&#][\w-]+=|%[0-9A-F]{2}%[0-9A-F]{2}|^:\w+:$")
EURO = r"(?:(?:[kKM]|Mds?|Mrd)\s?)?€"
WORD_END = r"[\w)\]»”\"%€…]"
CLOSE = r"(?=[\s»”\")\]]|$)"
# The points where a space is missing.
GLUED = (
    re.compile(rf"(?<={WORD_END})(?=;(?:[\s»”]|$))"),
    re.compile(rf"(?<={WORD_END})(?=[?!]+{CLOSE})"),
    re.compile(rf"(?<={WORD_END})(?=:(?:\s|$))"),
    re.compile(r"(?<=[^\W\d_];)(?=[^\W\d_])"),
    re.compile(r"(?<=\d)(?=%(?!\d))"),
    re.compile(rf"(?<=\d)(?={EURO})"),
    re.compile(r"(?<=[\d\s\u00a0\u202f][%€])(?=[^\W\d_])"),
    re.compile(r"(?<=«)(?=\S)"),
    re.compile(r"(?<=[^\s(])(?=»)"),
    re.compile(r"(?<=\b[nN]°)(?=\d)"),
)
UNGROUPED = re.compile(r"(?<![\w.,/#°:+@-])[1-9]\d{4,11}(?![\w/@-]|[.:,]\d{3})")
NAMING = re.compile(
    r"(?:\b[A-Z]{2,}|°|\b(?i:num[ée]ro|code|identifiant|référence|article|norme|loi|arrêté|décret"
    r"|version|ticket|dossier|convention)s?)\s*:?\s*$"
)
PLACE_NAME = re.compile(r"\s+[A-ZÀ-Ý]")
POSTAL = 5  # digits of a postal code
REACH = 20
UNSEEN = ("alt",)  # heard, not seen
SHOWN = 8
LONGEST = 40


@rule(
    "spacing-missing",
    Severity.WARNING,
    "Espaces oubliées",
    "Il manque une espace : avant un signe double (« : ; ? ! % € »), dans les guillemets, après "
    "« n° », ou entre les milliers d’un nombre. Les chiffres saisis comme tels sont composés par "
    "Bilan et ne sont pas signalés.",
)
def spacing_missing(report: Reading) -> Iterator[Slip]:
    found: dict[str, dict[tuple[str, str], list[Place]]] = {}
    for line in seen(report):
        for pair in mended(line):
            found.setdefault(line.place.block, {}).setdefault(pair, []).append(line.place)
    for pairs in found.values():
        places = list(dict.fromkeys(place for where in pairs.values() for place in where))
        said = [f"« {typed} » s’écrit « {right} »" for typed, right in pairs]
        more = f" et {len(said) - SHOWN} de plus" if len(said) > SHOWN else ""
        yield Slip(
            places[0],
            f"Il manque des espaces : {', '.join(said[:SHOWN])}{more}.",
            "Ajoutez-les, insécables de préférence.",
            tuple(typed for typed, _ in pairs),
            tuple(places[1:]),
        )


def seen(report: Reading) -> Iterator[Line]:
    """The words that are seen on the page."""
    return (line for line in runs(report) if line.role not in UNSEEN)


def mended(line: Line) -> Iterator[tuple[str, str]]:
    """Each word that lacks spaces, as typed and as it should be."""
    text = WORD.sub(blotted, line.native)
    points = {match.start() for pattern in GLUED for match in pattern.finditer(text)}
    for number in UNGROUPED.finditer(text):
        if not is_name(text, number):
            digits = number.end() - number.start()
            points.update(number.end() - n for n in range(3, digits, 3))
    waiting = deque(sorted(points))
    while waiting:
        start, end = word_at(line.text, waiting[0])
        cuts = [start]
        while waiting and waiting[0] <= end:
            cuts.append(waiting.popleft())
        cuts.append(end)
        parts = [line.text[a:b] for a, b in pairwise(cuts)]
        yield line.text[start:end].rstrip(".,"), " ".join(parts).rstrip(".,")


def blotted(word: re.Match[str]) -> str:
    """A word, or as many underscores for one that is no prose."""
    return "_" * len(word[0]) if CODE.search(word[0]) else word[0]


def is_name(text: str, number: re.Match[str]) -> bool:
    """Whether digits name something, as those of a postal code or of a standard do."""
    if NAMING.search(text, max(0, number.start() - REACH), number.start()):
        return True
    return len(number[0]) == POSTAL and bool(PLACE_NAME.match(text, number.end()))


def word_at(text: str, point: int) -> tuple[int, int]:
    """Where the word around a point begins and ends."""
    start = end = point
    while start > 0 and not text[start - 1].isspace() and point - start < LONGEST:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - point < LONGEST:
        end += 1
    return start, end
