"""Finds missing spaces in French text: before punctuation marks, and between thousands."""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from reports.core.text.edits import Change, Edit
from reports.core.text.french_spaces import EURO, NARROW, WIDE

WORD = re.compile(r"\S+")
# What a word holds that is no prose: an address, a code.
CODE = re.compile(r"://|www\.|\w@\w|[?&#][\w-]+=|%[0-9A-F]{2}%[0-9A-F]{2}|^:\w+:$")
CAPTION_MARKER = re.compile(r"^Table:(?=\s)")  # of Markdown
WORD_END = r"[\w)\]»”\"%€…]"
CLOSE = r"(?=[\s»”\")\]]|$)"
# The points where a space is missing, and which.
GLUED = (
    (re.compile(rf"(?<={WORD_END})(?=;(?:[\s»”]|$))"), NARROW),
    (re.compile(rf"(?<={WORD_END})(?=[?!]+{CLOSE})"), NARROW),
    (re.compile(rf"(?<={WORD_END})(?=:(?:\s|$))"), WIDE),
    (re.compile(r"(?<=[^\W\d_])(?=;[^\W\d_])"), NARROW),
    (re.compile(r"(?<=[^\W\d_];)(?=[^\W\d_])"), " "),
    (re.compile(r"(?<=\d)(?=%(?!\d))"), WIDE),
    (re.compile(rf"(?<=\d)(?={EURO})"), WIDE),
    (re.compile(r"(?<=[\d\s\u00a0\u202f][%€])(?=[^\W\d_])"), " "),
    (re.compile(r"(?<=«)(?=\S)"), NARROW),
    (re.compile(r"(?<=[^\s(])(?=»)"), NARROW),
    (re.compile(r"(?<=\b[nN]°)(?=\d)"), WIDE),
)
UNGROUPED = re.compile(r"(?<![\w.,/#°:+@-])[1-9]\d{4,11}(?![\w/@-]|[.:,]\d{3})")
NAMING = re.compile(
    r"(?:\b[A-Z]{2,}|°|\b(?i:num[ée]ro|code|identifiant|référence|article|norme|loi|arrêté|décret"
    r"|version|ticket|dossier|convention)s?)\s*+:?+\s*+$"
)
PLACE_NAME = re.compile(r"\s+[A-ZÀ-Ý]")
POSTAL_CODE_DIGITS = 5  # digits of a postal code
CONTEXT_CHARACTERS = 20
MAX_WORD_CHARACTERS = 40  # on either side of a place


def find_missing_spaces(text: str) -> dict[int, str]:
    """Return the points of a line where a space is missing, and what print has there."""
    text = CAPTION_MARKER.sub(blot_word, WORD.sub(blot_word, text))
    found = {match.start(): space for glued, space in GLUED for match in glued.finditer(text)}
    for number in UNGROUPED.finditer(text):
        if not is_name(text, number):
            thousands = (number.end() - n for n in range(3, len(number[0]), 3))
            found |= dict.fromkeys(thousands, NARROW)
    return found


def fix_missing_spaces(text: str) -> Iterator[Change]:
    """Yield the spaces that each word of a line lacks."""
    spaces = find_missing_spaces(text)
    for _, points in group_points(text, spaces):
        yield tuple(Edit(point, point, spaces[point]) for point in points)


def group_points(text: str, points: Iterable[int]) -> Iterator[tuple[tuple[int, int], list[int]]]:
    """Yield the ends of each word in which there are points, and these."""
    waiting = deque(sorted(points))
    while waiting:
        start, end = word_at(text, waiting[0])
        inside = []
        while waiting and waiting[0] <= end:
            inside.append(waiting.popleft())
        yield (start, end), inside


def blot_word(word: re.Match[str]) -> str:
    """Return a word, or as many underscores for one that is no prose."""
    is_code = CODE.search(word[0]) or word.re is CAPTION_MARKER
    return "_" * len(word[0]) if is_code else word[0]


def is_name(text: str, number: re.Match[str]) -> bool:
    """Return whether digits name something, as those of a postal code or of a standard do."""
    named = NAMING.search(text, max(0, number.start() - CONTEXT_CHARACTERS), number.start())
    postal = len(number[0]) == POSTAL_CODE_DIGITS and PLACE_NAME.match(text, number.end())
    return bool(named or postal)


def word_at(text: str, point: int) -> tuple[int, int]:
    """Return where the word around a point begins and ends."""
    start = end = point
    while start > 0 and not text[start - 1].isspace() and point - start < MAX_WORD_CHARACTERS:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - point < MAX_WORD_CHARACTERS:
        end += 1
    return start, end
