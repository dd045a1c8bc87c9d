"""Plain lines that begin with a number each, three or more in a row: key figures."""

import re
from collections.abc import Iterator, Sequence

from reports.document.periods import MONTHS
from reports.figures import parse, split
from reports.importing.draft import Draft
from reports.importing.facts import recognise_fact
from reports.text.rich_text import plain

FEWEST = 3
LONGEST = 80  # characters of a line that is no sentence
PARAGRAPH = re.compile(r"<p>(?P<words>[^<]*(?:<(?!/?p>)[^<]*)*)</p>")
BREAK = re.compile(r"<br\s*/?>")
# Tags that a fact does not keep; emphasis says nothing that a fact does not.
KEPT = re.compile(r"</?(?:b|i|em|strong)>")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
MONTH = re.compile(rf"\s*(?:er\s+)?(?:{'|'.join(MONTHS)}|h\b|heures\b|am\b|pm\b)", re.IGNORECASE)
COUNTED = re.compile(r"[\s\u00a0\u202f]*[^\W\d_]")


def split_figure_lines(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts in which such lines are blocks of key figures between paragraphs."""
    found: list[Draft] = []
    for draft in drafts:
        html = str(draft.value.get("text") or "") if draft.kind == "paragraph" else ""
        is_plain = html and not (draft.is_commented or draft.note or draft.printed)
        found += split_paragraph(draft, html) if is_plain else [draft]
    return found


def split_paragraph(draft: Draft, html: str) -> list[Draft]:
    """Return a paragraph, or the parts of it before, between and after its key figures."""
    parts: list[Draft] = []
    kept = 0
    for start, end, lines in find_runs(html):
        parts += (
            [Draft("paragraph", draft.line, {"text": html[kept:start]})] if html[kept:start] else []
        )
        facts = [recognise_fact(line) for line in lines]
        parts.append(Draft("key_figures", draft.line, {"groups": [{"title": "", "facts": facts}]}))
        kept = end
    rest = html[kept:]
    return (
        [*parts, Draft("paragraph", draft.line, {"text": rest})]
        if rest and parts
        else parts or [draft]
    )


def find_runs(html: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield where key figures begin and end in rich text, and their lines."""
    start, end, lines = 0, -1, list[str]()
    for paragraph in PARAGRAPH.finditer(html):
        own = BREAK.split(paragraph["words"])
        if all(map(is_figure_line, own)):
            start, lines = (start, lines) if end == paragraph.start() else (paragraph.start(), [])
            lines = [*lines, *map(plain, own)]
            end = paragraph.end()
            following = PARAGRAPH.match(html, end)
            is_last = not following or not all(map(is_figure_line, BREAK.split(following["words"])))
            if is_last and len(lines) >= FEWEST:
                yield start, end, lines


def is_figure_line(html: str) -> bool:
    """Whether a line begins with a number of something, and is no sentence, date or address."""
    if "<" in KEPT.sub("", html):
        return False
    line = plain(html).strip()
    phrase = split(line)
    if not phrase.is_led or len(line) > LONGEST or line.endswith((".", "…", ":", ";", ",")):
        return False
    figure = parse(phrase.expression)
    is_year = YEAR.match(phrase.expression.strip()) is not None and figure.unit is None
    is_counted = COUNTED.match(phrase.after) is not None and not MONTH.match(phrase.after)
    return figure.is_number and not is_year and is_counted
