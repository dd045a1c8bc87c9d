"""What other countries write is never read as what it is not."""

import pytest

from reports.core.figures import parse, respelt, split


@pytest.mark.parametrize(
    ("foreign", "french"),
    [
        ("1,234.5", ["1 234,5"]),
        ("1.234,5", ["1 234,5"]),
        ("1'234.5", ["1 234,5"]),
        ("1’234,5", ["1 234,5"]),
        ("1,234,567", ["1 234 567"]),
        ("1,234,567.89 %", ["1 234 567,89 %"]),
        ("plus de 1,234.50 €", ["plus de 1 234,50 €"]),
        ("de 1,200.5 à 1,300.5", ["de 1 200,5 à 1 300,5"]),
        ("1.234", ["1 234", "1,234"]),
        ("12 %%", []),
        ("1,23,456", []),
        ("1.234.56", []),
        ("1,234.567.8", []),
        ("127.0.0.1", []),
        ("12/31/2024", []),
        ("$1,234.5", []),
        ("1E+06", []),
        ("(1234)", []),
        ("=SUM(A1:A2)", []),
        ("#REF!", []),
        ("beaucoup", []),
        ("", []),
    ],
)
def test_another_notation_is_text_and_its_french_is_known(foreign, french):
    assert not parse(foreign).is_number
    assert respelt(foreign) == french
    assert all(parse(one).is_number for one in french)


@pytest.mark.parametrize(
    "foreign", ["1,234.5", "1.234,5", "1'234.5", "1,234,567", "1.234", "12 %%", "1,23,456"]
)
def test_no_part_of_another_notation_is_the_figure_of_a_phrase(foreign):
    assert split(f"soit {foreign} par an").expression == ""


def test_long_texts_take_no_time():
    for text in ("1,234" * 20_000, "1.234." * 20_000, "1'" * 50_000):
        assert respelt(text) == []
