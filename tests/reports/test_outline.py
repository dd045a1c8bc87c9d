"""The outline is computed: hierarchical numbers, whatever levels authors skip."""

import pytest

from reports.outline import number


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([2, 3, 3, 2, 3], ["1", "1.1", "1.2", "2", "2.1"]),
        ([2, 4, 3], ["1", "1.1", "1.2"]),
        ([3, 2, 3], ["1", "2", "2.1"]),
        ([2, 3, 4, 4, 2], ["1", "1.1", "1.1.1", "1.1.2", "2"]),
        ([4], ["1"]),
        ([], []),
    ],
)
def test_numbers(levels, numbers):
    entries = list(number((str(n), level, "titre", "ancre") for n, level in enumerate(levels)))
    assert [entry.number for entry in entries] == numbers


def test_no_number_is_given_twice():
    import itertools

    for levels in itertools.product((2, 3, 4), repeat=6):
        entries = list(number(("", level, "", "") for level in levels))
        assert len({entry.number for entry in entries}) == 6, levels
