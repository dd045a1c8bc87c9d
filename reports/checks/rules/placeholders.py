"""Rule that reports placeholders left in the text, such as « XX % » or « [à compléter] »."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic.addends import is_beside, is_total
from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.document.periods import BENCHMARK
from reports.core.document.table import Row
from reports.core.figures import State
from reports.core.reading import Reading
from reports.core.reading.parts import Grid

THINGS = (
    r"sections?|parties?|chapitres?|annexes?|figures?|tableaux?|étapes?|paragraphes?|promotions?"
    r"|promos?|graphiques?|encadrés?"
)
DO = r"compléter|préciser|confirmer|définir|remplir|rédiger|vérifier|renseigner|mettre à jour"
PATTERNS = [
    re.compile(rf"(?<![\w-])(?i:{THINGS})\s+(?:X{{1,4}}|N|\?+|_+)(?![\w-])"),
    re.compile(r"(?<!\w)(?:[Nn]°|[Nn]uméros?)\s?(?:[XN]{1,3}|\?+|_+|…|\.{3})(?!\w)"),
    re.compile(r"(?<![\w.,/-])[xX]{1,3}\s?(?:%|€|k€|M€|millions?\b|milliards?\b)"),
    re.compile(r"(?<![\w-])(?:X{2,}|x{2,})(?![\w-])|\b(?:20X{1,2}|20\dX|\d+X{2,})\b"),
    re.compile(r"\?{2,}"),
    re.compile(r"\b(?:TODO|TBD|TBC|TBA|FIXME|À COMPLÉTER|A COMPLETER)\b"),
    re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:reste(?:nt)?|est|sont)\s(?:encore\s)?à\s(?:{DO})(?=\s*(?:[.;)\]]|$))",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(
        r"\bto be (?:completed|confirmed|added|updated|inserted|written)(?=\s*(?:[.;)\]]|$))"
        r"|\binsert (?:(?:a|the|your) )?(?:chart|table|figure|graph|picture|photo|image|logo|text"
        r"|number|date|name|link|quote)\b"
        r"|\binsérer (?:(?:ici|un|une|le|la) )?(?:graphique|tableau|image|photo|logo|texte|chiffre"
        r"|date|lien|citation)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"_{3,}"),
    re.compile(
        r"\[\s*(?:_*|[.X?]?|(?:to be |tbc|insert|number|chiffre|nombre|nom|date|lien|titre|texte"
        r"|montant|année|source|à )"
        r"[^\]]{0,60})\]",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[\[(:])[^\S\n]*+à (?:{DO})[^\S\n]*+(?:$|[\])])", re.IGNORECASE | re.MULTILINE
    ),
    re.compile(r"^(?=[^\n]*?(?:…|\.{3}|_))(?:[^\S\n]|[.…_])++$", re.MULTILINE),
]
TASK = re.compile(r"^[^\S\n]*+\[[ xX]?\][^\S\n]++(?=[A-ZÀ-Ý\d«])", re.MULTILINE)
"""The box of a task list, ticked or not: « [x] Publication »."""
DASHES = {"-", "–", "—", "?"}
ABSENT = (State.NOT_AVAILABLE, State.NOT_APPLICABLE)
MIN_FIGURES = 2  # numbers in a column beside which a lone dash looks forgotten


@rule(
    "placeholder",
    Severity.WARNING,
    "Texte à compléter",
    "Un texte d’attente est resté : « section X », « XX % », « ??? », « [à compléter] », « lorem "
    "ipsum », des points de suspension seuls, ou un tiret seul parmi des chiffres d’années ou "
    "dans un tableau qui dit ailleurs « ND ».",
)
def find_placeholders(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        placeholders: set[str] = set()
        prose = TASK.sub("", text.text)
        for match in (match for pattern in PATTERNS for match in pattern.finditer(prose)):
            words = " ".join(match[0].split())
            if not any(words in other or other in words for other in placeholders):
                placeholders.add(words)
                yield Issue(
                    text.place,
                    f"« {words} » semble être un texte d’attente.",
                    "Écrivez ce qui manque, ou supprimez ces mots.",
                    (words,),
                )
    for grid in report.grids:
        yield from find_forgotten_dash(grid)


def find_forgotten_dash(grid: Grid) -> Iterator[Issue]:
    """Yield an issue about the only dash of a table, in a column of numbers.

    Several dashes are a convention. So is one for a total, for a difference, or for a year before
    the first value.
    """
    rows = grid.table.rows
    dashes = [
        (row, n)
        for row in rows
        for n, cell in enumerate(row.cells)
        if n and cell.raw.strip() in DASHES
    ]
    if len(dashes) == 1:
        row, column = dashes[0]
        numbers = [r for r in rows if column < len(r.cells) and r.cells[column].figure.is_number]
        if len(numbers) >= MIN_FIGURES and not has_no_value(grid, row, column):
            yield Issue(
                grid.place.below(row.head),
                f"« {row.head} » a « {row.cells[column].raw.strip()} » pour seule valeur, parmi "
                f"des chiffres.",
                "Écrivez le chiffre, ou « N/A » ou « ND » s’il n’y en a pas.",
                (row.head, row.cells[column].raw),
            )


def has_no_value(grid: Grid, row: Row, column: int) -> bool:
    """Return whether a cell cannot have a value.

    It belongs to a total, to a difference, to what others reached, or to a year before the first
    value.
    """
    headings = [each.heading for each in grid.table.columns]
    if is_total(row.head) or column >= len(headings) or is_beside(headings[column]):
        return True
    if BENCHMARK.match(headings[column]):
        return True
    last = min(len(row.cells), len(headings))
    if any(cell.figure.state in ABSENT for each in grid.table.rows for cell in each.cells):
        return False  # elsewhere the table says so in words
    if not any(map(find_years, headings)) and not any(map(is_target, headings)):
        return True  # a dash is how tables say that there is nothing
    later = [n for n in range(column + 1, last) if find_years(headings[n])]
    earlier = [n for n in range(1, column) if row.cells[n].figure.is_number]
    is_dated = bool(find_years(headings[column]))
    return is_dated and not earlier and any(row.cells[n].figure.is_number for n in later)
