"""Shows the essential figures of a report, each compared with that of the report before."""

from typing import Any

from cms.frontend.series import read_number

WORDS = {1: "en hausse", 0: "stable", -1: "en baisse"}
BETTER = {"UP": 1, "DOWN": -1}


def compare_essentials(essentials: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Set `trend` on each figure that can be compared with that of the year before."""
    for each in essentials:
        each["trend"] = compare_figures(each["previous"], each["figure"], each["direction"])
    return essentials


def compare_figures(
    before: dict[str, Any] | None, after: dict[str, Any], direction: str | None
) -> dict[str, Any] | None:
    """Return the words for a change, and whether it is good; None if the figures do not compare.

    They do if both are a single number with the same unit, currency and qualifier.
    """
    old, new = read_number(before), read_number(after)
    if before is None or old is None or new is None:
        return None
    if any(before[name] != after[name] for name in ("unit", "currency", "qualifier")):
        return None
    sign = (new > old) - (new < old)
    better = sign * BETTER.get(direction or "", 0)
    return {"words": WORDS[sign], "is_good": better > 0, "is_bad": better < 0}
