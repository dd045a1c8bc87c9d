"""The values that were asked for last are kept, and no more than there is room for."""

from collections import OrderedDict

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.recent_values import RecentValues
from tests.depth import take

SIZE = 20
KEYS = st.integers(0, 8)
STEPS = st.lists(st.tuples(KEYS, st.none() | st.integers(1, SIZE + 5)), max_size=60)


def test_what_was_not_asked_for_longest_goes_first() -> None:
    recent: RecentValues[str] = RecentValues(2)
    recent.put("a", "A")
    recent.put("b", "B")

    assert recent.get("a") == "A"
    recent.put("c", "C")

    assert recent.get_all(["a", "b", "c"]) == ["A", None, "C"]


def test_what_alone_is_too_large_takes_the_place_of_nothing() -> None:
    recent: RecentValues[str] = RecentValues(3, len)
    recent.put("a", "AAA")

    recent.put("b", "BBBB")

    assert recent.get_all(["a", "b"]) == ["AAA", None]


def test_a_value_is_made_once() -> None:
    recent: RecentValues[list[int]] = RecentValues(2)

    made = [recent.get_or_make("a", lambda: [1]) for _ in range(2)]

    assert made[0] is made[1]


def test_nothing_is_left_that_was_cleared() -> None:
    recent: RecentValues[str] = RecentValues(3, len)
    recent.put("a", "AAA")

    recent.clear()
    recent.put("b", "BBB")

    assert recent.get_all(["a", "b"]) == [None, "BBB"]


@settings(max_examples=take(400, 100))
@given(steps=STEPS)
def test_it_keeps_what_there_is_room_for(steps: list[tuple[int, int | None]]) -> None:
    """As a list does that is looked through from its end: a number is put, None asks."""
    recent: RecentValues[int] = RecentValues(SIZE, lambda value: value)
    told: OrderedDict[int, int] = OrderedDict()
    for key, value in steps:
        if value is None:
            assert recent.get(key) == told.get(key)
            if key in told:
                told.move_to_end(key)
            continue
        recent.put(key, value)
        if value <= SIZE:
            told.pop(key, None)
            told[key] = value
            while sum(told.values()) > SIZE:
                told.popitem(last=False)
            assert recent.total == sum(told.values())

    assert recent.get_all(range(9)) == [told.get(key) for key in range(9)]
