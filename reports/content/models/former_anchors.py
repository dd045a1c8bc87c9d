"""Keeps former anchors: a heading that gets a new anchor keeps its public one as an old anchor."""

from typing import Any

from reports.core.text.anchors import normalize_anchor

Raw = dict[str, Any]


def read_anchor(heading: Raw) -> str:
    """Return the anchor of a stored heading."""
    return normalize_anchor(heading["value"].get("anchor") or "")


def list_headings(body: Any) -> list[tuple[int, Raw]]:
    """Return the stored headings of a body, each with its place in it."""
    return [
        (place, raw)
        for place, raw in enumerate(body.raw_data)
        if raw.get("type") == "heading" and isinstance(raw.get("value"), dict)
    ]


def keep_former_anchors(body: Any, public_body: Any) -> None:
    """Add the anchor that a heading has in public to its old ones, where it has another one now."""
    public = {raw.get("id"): read_anchor(raw) for _, raw in list_headings(public_body)}
    for place, raw in list_headings(body):
        former = public.get(raw.get("id"))
        old = list(raw["value"].get("old_anchors") or ())
        known = {read_anchor(raw), *(normalize_anchor(str(value_of(item))) for item in old)}
        if former and former not in known:
            heading = body[place].value
            heading["old_anchors"] = [*(heading.get("old_anchors") or ()), former]


def value_of(item: Any) -> Any:
    """Return the value of an item of a stored list, which may be without an id."""
    return item.get("value") if isinstance(item, dict) else item
