"""Every expression of the corpus is read as people read it, or is text."""

import pytest

from tests.reports.core.figures.corpus import Row, read_corpus, read_row

ROWS = read_corpus()


def test_the_corpus_has_a_thousand_expressions() -> None:
    assert len(ROWS) > 1000
    assert len({(row.language, row.text) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.language}:{row.text}")
def test_an_expression_is_read_as_people_read_it(row: Row) -> None:
    whole = row.reading if row.leading == "=" else "text"

    assert read_row(row) == (row.expression, row.reading, whole)
