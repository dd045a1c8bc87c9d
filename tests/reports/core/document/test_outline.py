"""The outline is computed: hierarchical numbers, whatever levels authors skip."""

import itertools

import pytest

from reports.core.document import read
from reports.core.document.outline import number_headings
from reports.core.document.text_blocks import Heading

DEEP = ["1.1.1.1", "1.1.1.1.1", "1.1.1.1.2"]


def number_levels(levels):
    headings = (Heading(level=str(level)) for level in levels)
    return [section.number for _, section in number_headings(headings)]


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([2, 3, 3, 2, 3], ["1", "1.1", "1.2", "2", "2.1"]),
        ([2, 4, 3], ["1", "1.1", "1.2"]),
        ([3, 2, 3], ["1", "2", "2.1"]),
        ([2, 3, 4, 4, 2], ["1", "1.1", "1.1.1", "1.1.2", "2"]),
        ([2, 3, 4, 5, 6, 6, 5, 3], ["1", "1.1", "1.1.1", *DEEP, "1.1.1.2", "1.2"]),
        ([2, 6, 5, 4, 2], ["1", "1.1", "1.2", "1.3", "2"]),
        ([4], ["1"]),
        ([], []),
    ],
)
def test_numbers(levels, numbers):
    assert number_levels(levels) == numbers


def test_no_number_is_given_twice():
    for levels in itertools.product((2, 3, 4), repeat=6):
        assert len(set(number_levels(levels))) == 6, levels
    for levels in itertools.product((2, 3, 4, 5, 6), repeat=5):
        assert len(set(number_levels(levels))) == 5, levels


def heading(id, level):
    return {"type": "heading", "id": id, "value": {"text": id, "level": level}}


def test_blocks_know_their_section_and_headings_the_one_above():
    stored = [{"type": "quote", "id": "q", "value": {}}, heading("a", "2"), heading("b", "3")]
    document = read([*stored, {"type": "quote", "id": "r", "value": {}}])

    sections = [section for _, section in document.placed_blocks]
    assert [section and section.number for section in sections] == [None, "1", "1.1", "1.1"]
    assert [section.number for section in document.outline] == ["1", "1.1"]
    assert document.outline[1].parent is document.outline[0]
