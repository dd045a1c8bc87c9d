"""Rules about the captions, the column headings and the shape of tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.headings import find_column_lag
from reports.core.comparison.dates import find_years
from reports.core.document.table import Table
from reports.core.reading import Reading
from reports.core.reading.parts import Grid

MAX_NAMES = 5
TWO = 2
LEADING = re.compile(r"[^\w\s]?\d[\d\s.,]*+(?:[%€$£]|(?<=\s)\D{0,12})?$")  # « 1 240 km² », « 41 »


@rule(
    "table-without-caption",
    Severity.WARNING,
    "Tableau sans légende",
    "Un tableau n’a pas de légende : un lecteur d’écran ne peut pas dire ce qu’il contient "
    "(RGAA 5.4). Les données d’un graphique ont pour légende son titre ; une fiche de noms et de "
    "valeurs, sans têtes, et une grille de chiffres clés n’en ont pas besoin, ni un tableau seul "
    "dans sa partie, juste sous le titre. Un seul constat pour tous les tableaux.",
    summary="{count} tableaux n’ont pas de légende : {named}.",
)
def table_without_caption(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if grid.kind == "chart" or grid.title.strip() or is_bare_card(grid.table):
            continue
        if is_grid_of_key_figures(grid.table) or is_named_by_heading(report, grid):
            continue
        if grid.table.rows:
            yield Issue(
                grid.place,
                f"Le tableau {quote_heads(grid)} n’a pas de légende.",
                "Dites dans la légende ce que montre le tableau, avec l’année.",
                tuple(column.heading for column in grid.table.columns) or ("tableau",),
                name=quote_heads(grid),
            )


@rule(
    "table-without-headings",
    Severity.ERROR,
    "Tableau sans têtes de colonnes",
    "Une colonne n’a pas d’intitulé : ses cellules ne sont rattachées à rien (RGAA 5.6). Seul le "
    "coin, au-dessus des noms de lignes, peut rester vide. Une fiche de deux colonnes, des noms et "
    "des valeurs de plusieurs sortes, n’a pas besoin de têtes, ni un tableau couché, dont la "
    "première ligne nomme les colonnes et dont chaque ligne a son nom.",
)
def table_without_headings(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        headings = [column.heading.strip() for column in grid.table.columns]
        if not any(headings):
            if grid.table and not is_bare_card(grid.table) and not is_headed_by_rows(grid.table):
                yield Issue(
                    grid.place,
                    f"Le tableau {table_name(grid)} n’a aucune tête de colonne.",
                    "Donnez un intitulé à chaque colonne.",
                    (grid.title or "tableau",),
                )
        elif bare := [str(n) for n, heading in enumerate(headings, 1) if n > 1 and not heading]:
            yield Issue(
                grid.place,
                f"Dans le tableau {table_name(grid)}, la colonne {list_names(bare)} n’a pas "
                "d’intitulé.",
                "Donnez un intitulé à chaque colonne.",
                tuple(bare),
            )


@rule(
    "table-ragged",
    Severity.ERROR,
    "Tableau irrégulier",
    "Une ligne a plus ou moins de cellules qu’il n’y a de colonnes : ses valeurs se lisent sous "
    "la mauvaise tête (RGAA 5.7).",
)
def table_ragged(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if ragged := grid.table.ragged:
            ragged_rows = [f"{n} (« {grid.table.rows[n - 1].head} »)" for n in ragged]
            yield Issue(
                grid.place,
                f"Le tableau {table_name(grid)} a {len(grid.table.columns)} colonnes ; n’en ont "
                f"pas autant de cellules ses lignes {list_names(ragged_rows)}.",
                "Complétez ces lignes, ou ôtez-en les cellules de trop.",
                tuple(ragged_rows),
            )


@rule(
    "table-same-headings",
    Severity.WARNING,
    "Têtes de colonnes identiques",
    "Deux colonnes d’un tableau ont le même intitulé : on ne sait laquelle est laquelle.",
)
def table_same_headings(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        times = Counter(" ".join(c.heading.lower().split()) for c in grid.table.columns)
        repeated = [heading for heading, count in times.items() if heading and count > 1]
        # Of a year that stands twice, stale-columns tells.
        is_told = any(map(find_years, repeated)) and find_column_lag(report, grid) is not None
        twice = [f"« {text} »" for text in repeated if not (is_told and find_years(text))]
        if twice:
            yield Issue(
                grid.place,
                f"Dans le tableau {table_name(grid)}, plusieurs colonnes s’intitulent "
                f"{list_names(twice)}.",
                "Distinguez-les, par l’année par exemple.",
                tuple(twice),
            )


def is_bare_card(table: Table) -> bool:
    """Return whether a table without heads is a list of names and values, such as « Fondée en |
    1987 », « Siège | Lille »: each row says what its value is. Values of one kind are a column,
    which has a head.
    """
    if any(column.heading.strip() for column in table.columns):
        return False
    rows = [row for row in table.rows if any(cell.raw.strip() for cell in row.cells)]
    if len(table.columns) != TWO or len(rows) < TWO:
        return False
    if any([bool(cell.raw.strip()) for cell in row.cells] != [True, True] for row in rows):
        return False
    figures = [row.cells[1].figure for row in rows]
    kinds = {(figure.is_number, figure.unit) for figure in figures}
    has_names = len({row.head.strip() for row in rows}) == len(rows)
    return has_names and (len(kinds) > 1 or not figures[0].is_number)


def is_named_by_heading(report: Reading, grid: Grid) -> bool:
    """Return whether a heading stands right above a table, and names no other."""
    heading = report.heading_above(grid.place)
    if grid.kind == "funding_table":  # its heading names a call, and not what it shows
        return False
    if heading is None or heading.place.rank + 1 != grid.place.rank:
        return False
    others = (each.place.rank for each in report.grids if each.place.block != grid.place.block)
    end = min(
        (h.place.rank for h in report.headings if h.place.rank > grid.place.rank),
        default=len(report.blocks),
    )
    return not any(grid.place.rank < rank < end for rank in others)


def is_grid_of_key_figures(table: Table) -> bool:
    """Return whether figures stand where heads would, such as « 1 240 km² | 68 » above « de
    landes | communes »: each cell below says what its figure is.
    """
    heads = [column.heading.strip() for column in table.columns]
    figures = [head for head in heads if LEADING.match(head) and not find_years(head)]
    if any(cell.figure.is_number for row in table.rows for cell in row.cells) and len(heads) > TWO:
        return False
    is_pair = len(heads) == TWO and figures == heads[1:]
    return is_pair or (len(heads) > 1 and figures == heads)


def is_headed_by_rows(table: Table) -> bool:
    """Return whether a table lies on its side.

    It then has names in its first row, figures in the others, and a name before each row.
    """
    first, *others = table.rows or (None,)
    if first is None or not others or len(table.columns) <= TWO:
        return False
    if not all(row.head.strip() and not row.cells[0].figure.is_number for row in table.rows):
        return False
    names = [cell.raw.strip() for cell in first.cells[1:]]
    is_named = all(names) and len(set(names)) == len(names)
    figures = (cell.figure.is_number for row in others for cell in row.cells[1:])
    return is_named and not any(c.figure.is_number for c in first.cells[1:]) and all(figures)


def table_name(grid: Grid) -> str:
    """Return the table by its caption, or by its heads where it has none."""
    return f"« {grid.title.strip()} »" if grid.title.strip() else quote_heads(grid)


def quote_heads(grid: Grid) -> str:
    """Return the heads of the first columns, quoted; without any, the cells of the first row."""
    heads = [c.heading.strip() for c in grid.table.columns if c.heading.strip()]
    if not heads and grid.table.rows:
        heads = [cell.raw.strip() for cell in grid.table.rows[0].cells if cell.raw.strip()]
    return f"« {', '.join(heads[:3])}{'…' if heads[3:] else ''} »" if heads else "sans titre"


def list_names(names: Sequence[str]) -> str:
    """Return the first of these names, and how many others there are."""
    rest = len(names) - MAX_NAMES
    shown = ", ".join(names[:MAX_NAMES])
    return f"{shown} et {rest} de plus" if rest > 0 else shown
