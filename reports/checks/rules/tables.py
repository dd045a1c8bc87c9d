"""Tables: what they are called, their heads, their holes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.rule import Severity, Slip, rule

SHOWN = 5


@rule(
    "table-without-caption",
    Severity.WARNING,
    "Tableau sans légende",
    "Un tableau n’a pas de légende : un lecteur d’écran ne peut pas dire ce qu’il contient "
    "(RGAA 5.4). Les données d’un graphique ont pour légende son titre.",
)
def table_without_caption(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        if grid.kind != "chart" and grid.table.rows and not grid.title.strip():
            yield Slip(
                grid.place,
                f"Le tableau {heads(grid)} n’a pas de légende.",
                "Dites dans la légende ce que montre le tableau, avec l’année.",
                tuple(column.heading for column in grid.table.columns) or ("tableau",),
            )


@rule(
    "table-without-headings",
    Severity.ERROR,
    "Tableau sans têtes de colonnes",
    "Une colonne n’a pas d’intitulé : ses cellules ne sont rattachées à rien (RGAA 5.6). Seul le "
    "coin, au-dessus des noms de lignes, peut rester vide.",
)
def table_without_headings(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        headings = [column.heading.strip() for column in grid.table.columns]
        if not any(headings):
            if grid.table:
                yield Slip(
                    grid.place,
                    f"Le tableau {called(grid)} n’a aucune tête de colonne.",
                    "Donnez un intitulé à chaque colonne.",
                    (grid.title or "tableau",),
                )
        elif bare := [str(n) for n, heading in enumerate(headings, 1) if n > 1 and not heading]:
            yield Slip(
                grid.place,
                f"Dans le tableau {called(grid)}, la colonne {listed(bare)} n’a pas d’intitulé.",
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
def table_ragged(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        if ragged := grid.table.ragged:
            named = [f"{n} (« {grid.table.rows[n - 1].head} »)" for n in ragged]
            yield Slip(
                grid.place,
                f"Le tableau {called(grid)} a {len(grid.table.columns)} colonnes ; n’en ont pas "
                f"autant de cellules ses lignes {listed(named)}.",
                "Complétez ces lignes, ou ôtez-en les cellules de trop.",
                tuple(named),
            )


@rule(
    "table-empty-cells",
    Severity.WARNING,
    "Cellules vides",
    "Une cellule est vide : le lecteur ne sait pas si la valeur est nulle, inconnue ou oubliée. "
    "« ND » (non disponible) et « N/A » (sans objet) le disent.",
)
def table_empty_cells(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        empty = [
            f"« {row.head or f'ligne {number}'}{' / ' if column.heading else ''}{column.heading} »"
            for number, row in enumerate(grid.table.rows, 1)
            for column, cell in zip(grid.table.columns, row.cells, strict=False)
            if not cell.raw.strip()
        ]
        if empty:
            many = (
                "Une cellule est vide" if len(empty) == 1 else f"{len(empty)} cellules sont vides"
            )
            yield Slip(
                grid.place,
                f"{many} dans le tableau {called(grid)} : {listed(empty)}.",
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
def table_same_headings(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        times = Counter(" ".join(c.heading.lower().split()) for c in grid.table.columns)
        twice = [f"« {heading} »" for heading, count in times.items() if heading and count > 1]
        if twice:
            yield Slip(
                grid.place,
                f"Dans le tableau {called(grid)}, plusieurs colonnes s’intitulent {listed(twice)}.",
                "Distinguez-les, par l’année par exemple.",
                tuple(twice),
            )


def called(grid: Grid) -> str:
    """The table by its caption, or by its heads where it has none."""
    return f"« {grid.title.strip()} »" if grid.title.strip() else heads(grid)


def heads(grid: Grid) -> str:
    """The heads of the first columns, quoted."""
    found = [c.heading.strip() for c in grid.table.columns if c.heading.strip()]
    return f"« {', '.join(found[:3])}{'…' if found[3:] else ''} »" if found else "sans titre"


def listed(names: Sequence[str]) -> str:
    """The first of these names, and how many others there are."""
    rest = len(names) - SHOWN
    shown = ", ".join(names[:SHOWN])
    return f"{shown} et {rest} de plus" if rest > 0 else shown
