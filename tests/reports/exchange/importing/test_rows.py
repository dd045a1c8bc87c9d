"""Markdown tables before any parser sees them."""

from reports.exchange.importing.rows import count_cells, mend_rows


def lines(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"), 1))


def test_cells_are_counted_without_the_outer_pipes():
    assert count_cells("| a | b |") == count_cells("a | b") == 2
    assert count_cells(r"| a \| b | c |") == 2


def test_a_row_split_in_two_is_joined_and_said():
    text = "| P | M | E |\n|---|---|---|\n| Tchap | messagerie\n | 30000 € |\n| Mano | rue | 1 € |"
    mended, notices = mend_rows(lines(text))
    assert [line for _, line in mended[2:]] == [
        "| Tchap | messagerie | 30000 € |",
        "| Mano | rue | 1 € |",
    ]
    assert [number for number, _ in mended] == [1, 2, 3, 5]
    assert [notice.line for notice in notices] == [3]


def test_a_row_that_is_too_long_widens_the_header_so_that_no_cell_is_dropped():
    mended, notices = mend_rows(lines("| a | b |\n|---|---|\n| 1 | 2 | 3 |"))
    assert count_cells(mended[0][1]) == count_cells(mended[1][1]) == 3
    assert [str(n) for n in notices] == ["ligne 3 : tableau irrégulier : 3 cellules au lieu de 2."]


def test_a_short_row_is_told_and_kept():
    mended, notices = mend_rows(lines("| a | b |\n|---|---|\n| 1 |"))
    assert mended[2] == (3, "| 1 |")
    assert len(notices) == 1


def test_words_with_pipes_are_no_table():
    text = "a | b\n\nc | d"
    assert mend_rows(lines(text)) == (lines(text), [])
