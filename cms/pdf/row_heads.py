"""Tags the headers of rows in a PDF, because Typst only tags the headers of columns.

The first cell of each row in a table's body becomes `TH` with the `Scope` `Row`, according to ISO
32000-1, 14.8.5.7.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf


def mark_row_heads(pdf: Pdf) -> None:
    """Tag the row headers of all tables in a PDF."""
    for row in iterate_rows(pdf.Root.StructTreeRoot):
        mark_first_cell(row)


def iterate_rows(element: Object) -> Iterator[Object]:
    """Yield the rows of the table bodies below an element of the structure tree."""
    stack = [element]
    while stack:
        current = stack.pop()
        kind = current.get("/S")
        if kind == Name.TR:
            yield current
        if kind != Name.THead:
            stack.extend(list_children(current))


def list_children(element: Object) -> list[Object]:
    """Return the direct child elements of an element, without marked content."""
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
