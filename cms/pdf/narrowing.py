"""Finds the parts of a report that cannot be set in type, by bisection."""

from collections.abc import Callable

IsSet = Callable[[set[str]], bool]
"""Says whether a report is set while some of its parts are plain text."""


def find_unset(parts: list[str], is_set: IsSet, may_try: Callable[[], bool]) -> set[str]:
    """Return the parts that have to be plain text, so that a report is set with the others.

    It is set when all of them are, and is not when none is. Once nothing may be tried any more,
    those that may be at fault are returned with those that are.
    """
    everything = set(parts)

    def search(suspects: list[str]) -> set[str]:
        if len(suspects) == 1:
            return set(suspects)
        middle = len(suspects) // 2
        found: set[str] = set()
        for half in (suspects[:middle], suspects[middle:]):
            if not (may_try() and is_set(everything - set(half))):
                found |= search(half) if may_try() else set(half)
        return found or set(suspects)  # they fail together alone

    return search(parts)
