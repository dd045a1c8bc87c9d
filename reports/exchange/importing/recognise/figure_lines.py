"""Recognises facts in consecutive plain lines of a paragraph.

Three or more lines that begin with a number are key figures; lines that begin with a label in bold
are a list of facts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from reports.core.document.periods import MONTHS
from reports.core.figures import parse, split
from reports.core.text.rich_text import plain
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.facts import recognise_fact

MIN_LINES = 3  # in a row
MAX_LINE_CHARACTERS = 80  # characters of a line that is no sentence
PARAGRAPH = re.compile(r"<p>(?P<words>[^<]*(?:<(?!/?p>)[^<]*)*)</p>")
BREAK = re.compile(r"<br\s*/?>\n?|\n(?=<b>)")
MIN_LABELLED_LINES = 2
LABELLED = re.compile(
    r"(?<!\s)\s*+(?P<lead><b>[^<>:]{1,40}(?::(?:\s|&nbsp;)*+</b>|</b>(?=(?:\s|&nbsp;)*+:)))"
    r"(?:(?:\s|&nbsp;)*+:)?+"
)
# Tags that a fact does not keep; emphasis says nothing that a fact does not.
KEPT = re.compile(r"</?(?:b|i|em|strong)>")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
MONTH = re.compile(rf"\s*(?:er\s+)?(?:{'|'.join(MONTHS)}|h\b|heures\b|am\b|pm\b)", re.IGNORECASE)
Run = tuple[int, int, list[str]]
COUNTED = re.compile(r"[\s\u00a0\u202f]*[^\W\d_]")


def split_figure_lines(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with lines of figures split off paragraphs as blocks."""
    found: list[Draft] = []
    for draft in drafts:
        html = str(draft.value.get("text") or "") if draft.kind == "paragraph" else ""
        is_plain = html and not (draft.is_commented or draft.note or draft.printed)
        found += split_paragraph(draft, html) if is_plain else [draft]
    return found


def split_paragraph(draft: Draft, html: str) -> list[Draft]:
    """Return a paragraph, split before and after its lines of figures."""
    runs = [
        *((start, end, build_key_figures(lines)) for start, end, lines in find_key_figures(html)),
        *((start, end, build_facts(lines)) for start, end, lines in find_labelled_lines(html)),
    ]
    parts: list[Draft] = []
    kept = 0
    for start, end, (kind, value) in sorted(runs, key=itemgetter(0)):
        parts += (
            [Draft("paragraph", draft.line, {"text": html[kept:start]})] if html[kept:start] else []
        )
        parts.append(Draft(kind, draft.line, value))
        kept = end
    rest = html[kept:]
    return (
        [*parts, Draft("paragraph", draft.line, {"text": rest})]
        if rest and parts
        else parts or [draft]
    )


def build_key_figures(lines: Sequence[str]) -> tuple[str, dict[str, Any]]:
    facts = [recognise_fact(plain(line)) for line in lines]
    return "key_figures", {"groups": [{"title": "", "facts": facts}]}


def find_key_figures(html: str) -> Iterator[Run]:
    """Yield the start, the end and the lines of key figures in rich text."""
    return (run for run in find_runs(html, is_figure_line) if len(run[2]) >= MIN_LINES)


def find_runs(html: str, is_line: Callable[[str], bool]) -> Iterator[Run]:
    """Yield the start, the end and the lines of paragraphs in which `is_line` holds for each."""
    start, end, lines = 0, -1, list[str]()
    for paragraph in PARAGRAPH.finditer(html):
        own = BREAK.split(paragraph["words"])
        if all(map(is_line, own)):
            start, lines = (start, lines) if end == paragraph.start() else (paragraph.start(), [])
            lines = [*lines, *own]
            end = paragraph.end()
            following = PARAGRAPH.match(html, end)
            if not following or not all(map(is_line, BREAK.split(following["words"]))):
                yield start, end, lines


def is_figure_line(html: str) -> bool:
    """Return whether a line begins with a count, and is no sentence, date or address."""
    if "<" in KEPT.sub("", html):
        return False
    line = plain(html).strip()
    phrase = split(line)
    if (
        not phrase.is_led
        or len(line) > MAX_LINE_CHARACTERS
        or line.endswith((".", "…", ":", ";", ","))
    ):
        return False
    figure = parse(phrase.expression)
    is_year = YEAR.match(phrase.expression.strip()) is not None and figure.unit is None
    is_counted = COUNTED.match(phrase.after) is not None and not MONTH.match(phrase.after)
    return figure.is_number and not is_year and is_counted


def find_labelled_lines(html: str) -> Iterator[Run]:
    """Yield runs of lines such as « **Coût :** 38 k€ », if one of the lines has a figure."""
    for start, end, lines in find_runs(html, is_labelled_line):
        has_figure = any(split(plain(LABELLED.sub("", line))).expression for line in lines)
        if len(lines) >= MIN_LABELLED_LINES and has_figure:
            yield start, end, lines


def is_labelled_line(html: str) -> bool:
    """Return whether a line is a label in bold, a colon and a short value."""
    label = LABELLED.match(html)
    value = html[label.end() :].strip() if label else ""
    words = plain(value)
    if not label or not value or "<" in value or len(words) > MAX_LINE_CHARACTERS:
        return False
    return not words.endswith((".", "…", ":", ";")) and not split(plain(label[0])).expression


def build_facts(lines: Sequence[str]) -> tuple[str, dict[str, Any]]:
    items = []
    for line in lines:
        label = LABELLED.match(line)
        at = label.end("lead") if label else 0
        fact = recognise_fact(plain(line[at:]).strip())
        items.append({"level": 1, "lead": plain(line[:at]).strip(), **fact})
    return "fact_list", {"ordered": False, "items": items}
