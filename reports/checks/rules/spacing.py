"""Rule that reports missing spaces in French: before « : » and « % », in quotation marks."""

from collections.abc import Iterator
from itertools import pairwise

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.lines import Line, iterate_runs, iterate_text_lines
from reports.core.text.grouping import group_values
from reports.core.text.missing_spaces import find_missing_spaces, fix_missing_spaces, group_points

UNSEEN = ("alt",)  # heard, not seen
MAX_EXAMPLES = 8


@rule(
    "spacing-missing",
    Severity.WARNING,
    "Espaces oubliées",
    "Il manque une espace : avant un signe double (« : ; ? ! % € »), dans les guillemets, après "
    "« n° », ou entre les milliers d’un nombre. Les chiffres saisis comme tels sont composés par "
    "Bilan et ne sont pas signalés. Un seul constat pour tout le bilan.",
    summary="Il manque des espaces dans {count} blocs : {named}.",
    language="fr",
    fix=fix_missing_spaces,
)
def spacing_missing(report: Reading) -> Iterator[Issue]:
    mended = group_values(
        (line.place.block, (pair, line))
        for line in visible_lines(report)
        for pair in mend_spacing(line)
    )
    for mends in mended.values():
        pairs = group_values(mends)
        lines = [line for where in pairs.values() for line in where]
        first, *others = dict.fromkeys(line.place for line in lines)
        examples = [f"{quote(typed)} s’écrit {quote(right)}" for typed, right in pairs]
        more = f" et {len(examples) - MAX_EXAMPLES} de plus" if len(examples) > MAX_EXAMPLES else ""
        yield Issue(
            first,
            f"Il manque des espaces : {', '.join(examples[:MAX_EXAMPLES])}{more}.",
            "Ajoutez-les, insécables de préférence.",
            tuple(typed for typed, _ in pairs),
            tuple(others),
            examples=tuple(examples),
            is_fixable=not all(line.is_figure_cell for line in lines),
        )


def quote(words: str) -> str:
    """Return words in quotation marks of another kind than those that they contain."""
    return f"“{words}”" if "«" in words or "»" in words else f"« {words} »"


def visible_lines(report: Reading) -> Iterator[Line]:
    """Yield the words that are visible on the page, first those outside the blocks."""
    yield from iterate_text_lines(report.beside)
    yield from (line for line in iterate_runs(report) if line.role not in UNSEEN)


def mend_spacing(line: Line) -> Iterator[tuple[str, str]]:
    """Yield each word that lacks spaces, as typed and as it should be."""
    for (start, end), points in group_points(line.text, find_missing_spaces(line.native)):
        cuts = [start, *points, end]
        parts = [line.text[a:b] for a, b in pairwise(cuts)]
        yield line.text[start:end].rstrip(".,"), " ".join(parts).rstrip(".,")
