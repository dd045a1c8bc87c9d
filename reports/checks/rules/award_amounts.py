"""Rule that reports tables of awards whose headings do not say which column is the amount."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.awards import find_amount, names_award
from reports.core.reading import Reading
from reports.core.reading.parts import Grid

NAME_IT = "Nommez la colonne (« Montant attribué »), ou faites de ce financement un tableau."
MAX_HEADS = 4
"""Heads of columns that a message quotes."""


@rule(
    "award-amount-unproved",
    Severity.WARNING,
    "Montant attribué dont rien ne dit qu’il l’est",
    "Dans un tableau de financement, le montant de chaque lauréat est lu sous la tête qui dit ce "
    "qui a été attribué (« Montant alloué », « Subvention »). Ici, aucune ne le dit, plusieurs le "
    "disent, ou les nombres ne sont pas de l’argent. D’anciens imports prenaient la dernière "
    "colonne.",
)
def award_amount_unproved(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if grid.kind == "funding_table":
            yield from check_amounts(grid)


def check_amounts(grid: Grid) -> Iterator[Issue]:
    """Yield an issue if it is not certain where the amounts of a table of awards stand."""
    cells = [cell for row in grid.table.grid.rows for cell in row.cells if cell.figure.is_number]
    if not cells:
        return  # names alone, without any amount
    heads = [column.heading.strip() for column in grid.table.grid.columns[1:]]
    rank = find_amount(grid.table.grid)
    if rank is None:
        named = [head for head in heads if names_award(head)] or [head for head in heads if head]
        quoted = ", ".join(f"« {head} »" for head in named[:MAX_HEADS]) or "des têtes vides"
        message = f"On ne sait pas sous quelle tête est le montant attribué : {quoted}."
        yield Issue(grid.place, message, NAME_IT, (*heads, cells[0].text))
    elif not names_award(heads[rank]):
        head = f"« {heads[rank]} »" if heads[rank] else "Une tête vide"
        message = f"{head} ne dit pas que cet argent a été attribué."
        yield Issue(grid.place, message, NAME_IT, (heads[rank], cells[0].text))
    else:
        amounts = [row.amount for row in grid.table.awards if row.amount.is_number]
        if not any(amount.currency for amount in amounts):
            raw = amounts[0].raw.strip()
            message = f"« {raw} », sous « {heads[rank]} », n’est pas un montant d’argent."
            hint = "Écrivez l’unité dans la tête (« Montant attribué (€) ») ou après chaque nombre."
            yield Issue(grid.place, message, hint, (heads[rank], raw))
