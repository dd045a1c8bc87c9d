"""Heads of rows in the structure of a PDF: Typst tags the heads of columns alone.

In each row of a table's body the first cell becomes `TH` with the `Scope` `Row`, as ISO 32000-1
has it in 14.8.5.7.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf


def mark_row_heads(pdf: Pdf) -> None:
    """Give the tables of a tagged PDF heads of rows."""
    for row in iterate_rows(pdf.Root.StructTreeRoot):
        mark_first_cell(row)


def iterate_rows(element: Object) -> Iterator[Object]:
    """Yield the rows of the bodies of all tables below an element of the structure."""
    stack = [element]
    while stack:
        current = stack.pop()
        kind = current.get("/S")
        if kind == Name.TR:
            yield current
        if kind != Name.THead:
            stack.extend(list_children(current))


def list_children(element: Object) -> list[Object]:
    """Return the elements straight below an element; marked content is none."""
    below = element.get("/K")
    listed = list(below) if isinstance(below, Array) else [below]
    return [each for each in listed if isinstance(each, Dictionary) and "/S" in each]


def mark_first_cell(row: Object) -> None:
    cells = list_children(row)
    if not cells or cells[0].S != Name.TD:
        return
    cells[0].S = Name.TH
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    kept = cells[0].get("/A")
    attributes = list(kept) if isinstance(kept, Array) else [kept] if kept is not None else []
    cells[0].A = Array([*attributes, scope])
