"""Tables as readers see them."""

from reports.core.document.table import Cell, Column, Row, Table


def test_short_and_long_rows_are_completed():
    columns = (Column("Nom", "c0"), Column("2024", "c1"))
    rows = (
        Row((Cell("Lancés"), Cell("12"), Cell("13")), "r0", note="<i>par an</i>"),
        Row((Cell("Clos"),), "r1"),
    )
    grid = Table(columns, rows).grid

    assert [column.id for column in grid.columns] == ["c0", "c1", "r0-2"]
    assert [row.head for row in grid.rows] == ["Lancés", "Clos"]
    assert grid.rows[0].note.plain == "par an"
    assert [(cell.id, cell.column, cell.text) for cell in grid.rows[0].cells] == [
        ("r0-c1", "c1", "12"),
        ("r0-r0-2", "r0-2", "13"),
    ]
    assert [cell.text for cell in grid.rows[1].cells] == ["", ""]
    assert grid.rows[0].cells[0].figure.value == 12
