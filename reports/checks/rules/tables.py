"""Tables: what they are called, their heads, their holes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.addends import is_total
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.rule import Issue, Severity, rule

SHOWN = 5


@rule(
    "table-without-caption",
    Severity.WARNING,
    "Tableau sans légende",
    "Un tableau n’a pas de légende : un lecteur d’écran ne peut pas dire ce qu’il contient "
    "(RGAA 5.4). Les données d’un graphique ont pour légende son titre. Un seul constat pour tous "
    "les tableaux.",
    summary="{count} tableaux n’ont pas de légende : {named}.",
)
def table_without_caption(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if grid.kind != "chart" and grid.table.rows and not grid.title.strip():
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
    "coin, au-dessus des noms de lignes, peut rester vide.",
)
def table_without_headings(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        headings = [column.heading.strip() for column in grid.table.columns]
        if not any(headings):
            if grid.table:
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
    "table-empty-cells",
    Severity.WARNING,
    "Cellules vides",
    "Une cellule est vide : le lecteur ne sait pas si la valeur est nulle, inconnue ou oubliée. "
    "« ND » (non disponible) et « N/A » (sans objet) le disent. Une ligne « Total » peut rester "
    "vide dans une colonne sans nombre.",
)
def table_empty_cells(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        worded = worded_columns(grid)
        empty = [
            f"« {row.head or f'ligne {number}'}{' / ' if column.heading else ''}{column.heading} »"
            for number, row in enumerate(grid.table.rows, 1)
            for column, cell in zip(grid.table.columns, row.cells, strict=False)
            if not cell.raw.strip() and not (is_total(row.head) and column.id in worded)
        ]
        if empty:
            many = f"{len(empty)} cellules sont vides" if empty[1:] else "Une cellule est vide"
            yield Issue(
                grid.place,
                f"{many} dans le tableau {table_name(grid)} : {list_names(empty)}.",
                "Écrivez la valeur, ou « ND » si elle n’est pas disponible, « N/A » si elle n’a "
                "pas lieu d’être.",
                tuple(empty),
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
        twice = [f"« {heading} »" for heading, count in times.items() if heading and count > 1]
        if twice:
            yield Issue(
                grid.place,
                f"Dans le tableau {table_name(grid)}, plusieurs colonnes s’intitulent "
                f"{list_names(twice)}.",
                "Distinguez-les, par l’année par exemple.",
                tuple(twice),
            )


def worded_columns(grid: Grid) -> set[str]:
    """Return the ids of the columns in which no cell is a number: they have no total."""
    numbered = {
        column.id
        for row in grid.table.rows
        for column, cell in zip(grid.table.columns, row.cells, strict=False)
        if cell.figure.is_number
    }
    return {column.id for column in grid.table.columns[1:]} - numbered


def table_name(grid: Grid) -> str:
    """Return the table by its caption, or by its heads where it has none."""
    return f"« {grid.title.strip()} »" if grid.title.strip() else quote_heads(grid)


def quote_heads(grid: Grid) -> str:
    """Return the heads of the first columns, quoted."""
    heads = [c.heading.strip() for c in grid.table.columns if c.heading.strip()]
    return f"« {', '.join(heads[:3])}{'…' if heads[3:] else ''} »" if heads else "sans titre"


def list_names(names: Sequence[str]) -> str:
    """Return the first of these names, and how many others there are."""
    rest = len(names) - SHOWN
    shown = ", ".join(names[:SHOWN])
    return f"{shown} et {rest} de plus" if rest > 0 else shown
