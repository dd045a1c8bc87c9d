"""The values that were asked for last are kept, and no more than there is room for."""

from reports.core.document.recent_values import RecentValues


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
