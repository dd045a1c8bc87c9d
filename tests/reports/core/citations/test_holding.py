"""Words against the figures that they cite, and the words that would hold."""

import pytest

from reports.core.citations.holding import holds
from reports.core.citations.printing import print_value
from reports.core.citations.ways import Value, Way, work_out
from reports.core.figures import parse

HOLD = [
    ("58", "same", ["58"]),
    ("58 %", "same", ["58 %"]),
    ("2,48 millions", "same", ["2 480 000"]),
    ("de 59 % à 68 %", "same", ["de 59 % à 68 %"]),
    ("58", "bare", ["58 %"]),
    ("2,5 millions", "rounded", ["2 480 000"]),
    ("plus de 18 000", "rounded", ["18 345"]),
    ("près de 60", "rounded", ["58"]),
    ("moins de 60", "rounded", ["58"]),
    ("500 000", "rounded", ["486 320"]),
    ("12 %", "change", ["-12 %"]),
    ("10 %", "share", ["1 sur 10"]),
    ("10 %", "share", ["0,1"]),
    ("12", "difference", ["47", "59"]),
    ("3 points", "difference", ["62 %", "59 %"]),
    ("10 %", "part", ["15", "150"]),
    ("20 %", "growth", ["40", "50"]),
    ("+20 %", "growth", ["60", "50"]),
    ("107", "sum", ["60", "40", "7"]),
    ("3 millions", "sum", ["1 200 000", "1 780 000"]),
]
DIFFER = [
    ("58", "same", ["59"], "59"),
    ("58", "same", ["58 %"], "58\u00a0%"),
    ("58", "same", ["environ 58"], "environ\u00a058"),
    ("58 euros", "bare", ["61 %"], "61"),
    ("2,5 millions", "rounded", ["2 360 000"], "2,4\u00a0millions"),
    ("2,5 M€", "rounded", ["2 620 000 €"], "2,6\u00a0M€"),
    ("plus de 18 000", "rounded", ["19 345"], "plus de\u00a019\u202f000"),
    ("moins de 60", "rounded", ["62"], "moins de\u00a070"),
    ("près de 60", "rounded", ["47"], "près de\u00a050"),
    ("500 000", "rounded", ["36 320"], "36\u202f000"),
    ("12 %", "change", ["+14 %"], "14\u00a0%"),
    ("10 %", "share", ["1 sur 8"], "13\u00a0%"),
    ("12", "difference", ["60", "47"], "13"),
    ("20 %", "growth", ["63", "50"], "26\u00a0%"),
    ("+20 %", "growth", ["40", "50"], "\u221220\u00a0%"),
    ("107", "sum", ["61", "47"], "108"),
    ("onze", "sum", ["61", "47"], "108"),
]


def value_of(way: str, figures: list[str]) -> Value:
    value = work_out(Way(way), [parse(figure) for figure in figures])
    assert value is not None
    return value


@pytest.mark.parametrize(("words", "way", "figures"), HOLD)
def test_words_that_hold(words: str, way: str, figures: list[str]) -> None:
    assert holds(parse(words), Way(way), value_of(way, figures))


@pytest.mark.parametrize(("words", "way", "figures", "expected"), DIFFER)
def test_words_that_differ_are_printed_anew(
    words: str, way: str, figures: list[str], expected: str
) -> None:
    value = value_of(way, figures)
    assert not holds(parse(words), Way(way), value)
    assert print_value(parse(words), Way(way), value) == expected
    assert holds(parse(expected), Way(way), value)


@pytest.mark.parametrize(
    ("way", "figures"),
    [
        ("same", ["en cours"]),
        ("sum", ["58"]),
        ("sum", ["58", "12 %"]),
        ("part", ["58", "0"]),
        ("growth", ["58", "0"]),
        ("share", ["58"]),
        ("rounded", ["de 18 à 25"]),
        ("difference", ["58", "ND"]),
    ],
)
def test_figures_without_such_a_value(way: str, figures: list[str]) -> None:
    assert work_out(Way(way), [parse(figure) for figure in figures]) is None
