"""Finds and replaces typewriter marks: straight apostrophes and quotation marks, double spaces."""

import re
from collections.abc import Iterator

from reports.core.text.edits import Change, Edit
from reports.core.text.french_spaces import NARROW
from reports.core.text.missing_spaces import WORD, blot_word

APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[«“\"])")
QUOTE = re.compile(r'(?<![\w"])"(?=[^\s"])[^"\n]{1,300}+(?<=[^\s"])"(?![\w"])')
# Words in single marks, with apostrophes in them: 'voilà l'idée'.
SINGLE = re.compile(
    r"(?<![^\s(\[«“\"])'(?=[^\s'])(?:[^'\n]|(?<=\w)'(?=\w)){1,300}+(?<=[^\s'])'(?![\w'])"
)
TEMPLATE = re.compile(r"\{[%{](?:[^{}%]|%(?!\}))*+[%}]\}")  # of Jekyll or Hugo
OUTER, INNER = (f"«{NARROW}", f"{NARROW}»"), ("“", "”")
SPACES = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}+(?=\S)")


def fix_straight_marks(text: str) -> Iterator[Change]:
    """Yield the straight apostrophes and pairs of quotation marks of a line, as print has them."""
    words = WORD.sub(blot_word, TEMPLATE.sub(blot_code, text))
    found: list[Change] = [
        (Edit(match.start(), match.end(), "’"),) for match in APOSTROPHE.finditer(words)
    ]
    quotes = [quote.span() for quote in QUOTE.finditer(words)]
    for start, end in (single.span() for single in SINGLE.finditer(words)):
        is_inner = words.count("«", 0, start) > words.count("»", 0, start)
        marks = INNER if is_inner or any(a < start and end < b for a, b in quotes) else OUTER
        found.append((Edit(start, start + 1, marks[0]), Edit(end - 1, end, marks[1])))
    for start, end in quotes:
        opening, closing = Edit(start, start + 1, f"«{NARROW}"), Edit(end - 1, end, f"{NARROW}»")
        found.append((opening, closing))
    yield from sorted(found)


def blot_code(code: re.Match[str]) -> str:
    return "_" * len(code[0])


def fix_doubled_spaces(text: str) -> Iterator[Change]:
    """Yield the spaces of a line that follow one another, as the first no-break one or as one."""
    for spaces in SPACES.finditer(text):
        kept = spaces[0].replace(" ", "")[:1] or " "
        yield (Edit(spaces.start(), spaces.end(), kept),)
