"""Rules that report straight apostrophes and quotation marks, and double spaces."""

import re
from collections.abc import Callable, Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.spacing import visible_lines
from reports.core.reading import Reading
from reports.core.text.edits import Fix
from reports.core.text.grouping import group_values
from reports.core.text.missing_spaces import word_at
from reports.core.text.typewriter_marks import fix_doubled_spaces, fix_straight_marks

MAX_EXAMPLES = 8
RULED = re.compile(r"\s*[|+][ |+=:-]{0,3}[^|+]+[|+]")
ALIGNED = re.compile(r"(?<! ) {3,}(?=[\d(£$€−-])")
MIN_ALIGNED_NUMBERS = 2  # aligned numbers


@rule(
    "marks-straight",
    Severity.WARNING,
    "Apostrophes et guillemets droits",
    "Une apostrophe ou des guillemets sont droits, comme sur une machine à écrire. Le code, les "
    "adresses et les mots d’une autre langue ne sont pas signalés. Un seul constat pour tout le "
    "bilan.",
    summary="Des apostrophes ou des guillemets sont droits dans {count} blocs : {named}.",
    language="fr",
    fix=fix_straight_marks,
)
def marks_straight(report: Reading) -> Iterator[Issue]:
    return find_fixable(
        report,
        fix_straight_marks,
        "Des apostrophes ou des guillemets sont droits : {}.",
        "Écrivez « ’ » et des guillemets français.",
    )


@rule(
    "spacing-doubled",
    Severity.WARNING,
    "Espaces en double",
    "Deux espaces se suivent au milieu d’une ligne. Les lignes d’un tableau dessiné avec des "
    "signes et des espaces ne sont pas concernées. Un seul constat pour tout le bilan.",
    summary="Des espaces sont en double dans {count} blocs : {named}.",
    fix=fix_doubled_spaces,
)
def spacing_doubled(report: Reading) -> Iterator[Issue]:
    return find_fixable(
        report,
        fix_doubled_spaces,
        "Des espaces sont en double : {}.",
        "Gardez-en une.",
        is_drawn_row,
    )


def is_drawn_row(text: str) -> bool:
    """Return whether a line is a row of a table that was drawn with signs or aligned by spaces."""
    return RULED.match(text) is not None or len(ALIGNED.findall(text)) >= MIN_ALIGNED_NUMBERS


def find_fixable(
    report: Reading,
    fix: Fix,
    message: str,
    hint: str,
    is_left_out: Callable[[str], bool] | None = None,
) -> Iterator[Issue]:
    """Yield one issue for each block in which `fix` would change a line, unless `is_left_out`."""
    found = group_values(
        (line.place.block, (quote_words(line.text, change[0].start), line))
        for line in visible_lines(report)
        if line.role != "cell" or any(map(str.isalpha, line.text))  # a number stays as typed
        if not (is_left_out and is_left_out(line.text))
        for change in fix(line.native)
    )
    for places in found.values():
        words = list(dict.fromkeys(quoted for quoted, _ in places))
        first, *others = dict.fromkeys(line.place for _, line in places)
        more = f" et {len(words) - MAX_EXAMPLES} de plus" if len(words) > MAX_EXAMPLES else ""
        examples = [f"« {each} »" for each in words]
        yield Issue(
            first,
            message.format(", ".join(examples[:MAX_EXAMPLES]) + more),
            hint,
            tuple(words),
            tuple(others),
            examples=tuple(examples),
            is_fixable=not all(line.is_figure_cell for _, line in places),
        )


def quote_words(text: str, point: int) -> str:
    """Return the words at a point, with one space where there are several."""
    before = text[:point].rstrip()
    start = word_at(text, len(before))[0]
    after = len(text) - len(text[point:].lstrip())
    return " ".join(text[start : word_at(text, after)[1]].split())
