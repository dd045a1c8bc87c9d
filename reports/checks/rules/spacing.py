"""Spaces that were forgotten: before the marks of French, and between its digits."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.grouping import group_values
from reports.checks.reading import Reading
from reports.checks.reading.lines import Line, iterate_runs
from reports.checks.rule import Issue, Severity, rule
from reports.text.french_spaces import EURO

WORD = re.compile(r"\S+")
# What a word holds that is no prose: an address, a code.
CODE = re.compile(r"://|www\.|\w@\w|[?&#][\w-]+=|%[0-9A-F]{2}%[0-9A-F]{2}|^:\w+:$")
CAPTION_MARKER = re.compile(r"^Table:(?=\s)")  # of Markdown
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
    r"|version|ticket|dossier|convention)s?)\s*+:?+\s*+$"
)
PLACE_NAME = re.compile(r"\s+[A-ZÀ-Ý]")
POSTAL = 5  # digits of a postal code
REACH = 20
UNSEEN = ("alt",)  # heard, not seen
SHOWN = 8
FEW = 2  # examples of one block, where several blocks are listed
LONGEST = 40


@rule(
    "spacing-missing",
    Severity.WARNING,
    "Espaces oubliées",
    "Il manque une espace : avant un signe double (« : ; ? ! % € »), dans les guillemets, après "
    "« n° », ou entre les milliers d’un nombre. Les chiffres saisis comme tels sont composés par "
    "Bilan et ne sont pas signalés. Un seul constat pour tout le bilan.",
    summary="Il manque des espaces dans {count} blocs : {named}.",
    language="fr",
)
def spacing_missing(report: Reading) -> Iterator[Issue]:
    mended = group_values(
        (line.place.block, (pair, line.place))
        for line in visible_lines(report)
        for pair in mend_spacing(line)
    )
    for mends in mended.values():
        pairs = group_values(mends)
        first, *others = dict.fromkeys(place for where in pairs.values() for place in where)
        examples = [f"« {typed} » s’écrit « {right} »" for typed, right in pairs]
        more = f" et {len(examples) - SHOWN} de plus" if len(examples) > SHOWN else ""
        yield Issue(
            first,
            f"Il manque des espaces : {', '.join(examples[:SHOWN])}{more}.",
            "Ajoutez-les, insécables de préférence.",
            tuple(typed for typed, _ in pairs),
            tuple(others),
            ", ".join(examples[:FEW]),
        )


def visible_lines(report: Reading) -> Iterator[Line]:
    """Yield the words that are seen on the page."""
    return (line for line in iterate_runs(report) if line.role not in UNSEEN)


def mend_spacing(line: Line) -> Iterator[tuple[str, str]]:
    """Yield each word that lacks spaces, as typed and as it should be."""
    text = CAPTION_MARKER.sub(blot_word, WORD.sub(blot_word, line.native))
    points = {match.start() for pattern in GLUED for match in pattern.finditer(text)}
    for number in UNGROUPED.finditer(text):
        if not is_name(text, number):
            points.update(number.end() - n for n in range(3, len(number[0]), 3))
    waiting = deque(sorted(points))
    while waiting:
        start, end = word_at(line.text, waiting[0])
        cuts = [start]
        while waiting and waiting[0] <= end:
            cuts.append(waiting.popleft())
        cuts.append(end)
        parts = [line.text[a:b] for a, b in pairwise(cuts)]
        yield line.text[start:end].rstrip(".,"), " ".join(parts).rstrip(".,")


def blot_word(word: re.Match[str]) -> str:
    """Return a word, or as many underscores for one that is no prose."""
    is_code = CODE.search(word[0]) or word.re is CAPTION_MARKER
    return "_" * len(word[0]) if is_code else word[0]


def is_name(text: str, number: re.Match[str]) -> bool:
    """Return whether digits name something, as those of a postal code or of a standard do."""
    named = NAMING.search(text, max(0, number.start() - REACH), number.start())
    postal = len(number[0]) == POSTAL and PLACE_NAME.match(text, number.end())
    return bool(named or postal)


def word_at(text: str, point: int) -> tuple[int, int]:
    """Return where the word around a point begins and ends."""
    start = end = point
    while start > 0 and not text[start - 1].isspace() and point - start < LONGEST:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - point < LONGEST:
        end += 1
    return start, end
