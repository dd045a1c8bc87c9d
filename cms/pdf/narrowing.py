"""Finds by bisection the parts of a report that cannot be typeset."""

from collections.abc import Callable

IsSet = Callable[[set[str]], bool]
"""Says whether a report is set while some of its parts are plain text."""


def find_unset(parts: list[str], is_set: IsSet, may_try: Callable[[], bool]) -> set[str]:
    """Return the parts that have to become plain text, so that the report can be typeset.

    That is possible if all parts are plain text, and impossible if none is. When `may_try` ends the
    search, parts that may be at fault are returned too.
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
