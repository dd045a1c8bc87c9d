"""The stream block of bodies: it loads stored blocks of any age and keeps those it cannot read."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from wagtail import blocks

from reports.core.document.fitting import fit_block

UnknownBlock: TypeAlias = tuple[str | None, dict[str, Any]]
"""A stored block, and the id of the known one that it follows."""


class Body(blocks.StreamBlock):
    """The body of a page. It loads stored blocks of any age without loss (ADR 22).

    Wagtail drops blocks of an unknown type, and fails on values of another shape. Here the value
    has `unfitted_blocks`, pairs of a stored block and the part of it that could be read, and
    `unknown_blocks`, which are stored again unchanged although nothing can read them.
    """

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                return self.empty_value(raw_text=value)
        if isinstance(value, blocks.StreamValue) or not value or self.is_native(value):
            return super().to_python(value)
        listed = value if isinstance(value, list) else [value]
        pairs = [(stored, self.fit_block(stored)) for stored in listed]
        body = super().to_python([fitted for _, fitted in pairs if fitted is not None])
        body.unfitted_blocks = [pair for pair in pairs if pair[1] is not pair[0]]
        body.unknown_blocks = list(find_unknown_blocks(pairs))
        return body

    def is_native(self, value: Any) -> bool:
        """Whether this is no stored form but code's: pairs of a name and a value."""
        return isinstance(value, list | tuple) and all(isinstance(item, tuple) for item in value)

    def fit_block(self, stored: Any) -> dict[str, Any] | None:
        """Return a stored block as it can be read; None for one that has no place here."""
        fitted = fit_block(stored)
        return fitted if fitted and fitted["type"] in self.child_blocks else None

    def clean(self, value: Any, **kwargs: Any) -> Any:
        cleaned = super().clean(value, **kwargs)
        keep_unknown_blocks(value, cleaned)
        return cleaned

    def get_prep_value(self, value: Any) -> list[dict[str, Any]]:
        children = super().get_prep_value(value)
        return insert_unknown_blocks(children, getattr(value, "unknown_blocks", []))


def keep_unknown_blocks(source: Any, target: Any) -> None:
    """Let a body be stored with the unknown blocks of the one that it replaces."""
    target.unknown_blocks = getattr(source, "unknown_blocks", [])


def find_unknown_blocks(pairs: list[tuple[Any, dict[str, Any] | None]]) -> Iterator[UnknownBlock]:
    """Yield the blocks that another version wrote and may read again."""
    before = None
    for stored, fitted in pairs:
        if fitted is not None:
            before = fitted.get("id")
        elif isinstance(stored, dict) and isinstance(stored.get("type"), str):
            yield before, stored


def insert_unknown_blocks(
    children: list[dict[str, Any]], unknown: list[UnknownBlock]
) -> list[dict[str, Any]]:
    """Put each unknown block behind the child that it followed, else at the end."""
    ids = {raw.get("id") for raw in children}
    body = [raw for before, raw in unknown if before is None]
    for child in children:
        body += [child, *(raw for before, raw in unknown if before and before == child.get("id"))]
    return body + [raw for before, raw in unknown if before is not None and before not in ids]
