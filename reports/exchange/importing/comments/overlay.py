"""Completes a block that was read from text with the values in the comment above it.

A part that the comment does not name keeps the value that was read. Items of lists and tables are
matched by their rank.
"""

from dataclasses import replace
from typing import Any

from reports.content.tables import Table
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.comments.table_overlay import TableOverlay
from reports.exchange.importing.comments.values import (
    UNKNOWN,
    Path,
    Values,
)
from reports.exchange.importing.draft import Draft, Named

HEAD = ("type", "id", "whole", "elements")
REMEMBERED = ("basis", "cited")
"""What the system remembers and a comment may say."""
FILES = ("picture", "document")
"""What stands beside the file: it is named in the text, not in the comment."""


class Overlay:
    """Completes an imported block with the JSON of the `<!-- bilan: … -->` comment above it.

    `values.notices` has a warning for each value that was ignored.
    """

    def __init__(self, comment: BlockComment) -> None:
        self.comment = comment
        self.values = Values(comment)
        self.heads: list[Named | None] = []

    def complete(self, draft: Draft, cls: type[Node]) -> Draft:
        """Return the draft, completed with the comment."""
        self.heads = draft.heads
        self.values.take_key(self.comment.data, ())
        given = {name: each for name, each in self.comment.data.items() if name not in HEAD}
        value = self.complete_node(cls, given, draft.value, ())
        return replace(
            draft, value=value, heads=self.heads, keys=self.values.keys, is_commented=True
        )

    def complete_node(
        self, cls: type[Node], given: dict[str, Any], read: dict[str, Any] | None, path: Path
    ) -> dict[str, Any]:
        value = {**empty_value(cls), **(read or {})}
        for name, each in given.items():
            part = cls.parts.get(name)
            if part is None or not is_stated(name, part):
                self.values.notice(UNKNOWN, *path, name)
            else:
                value[name] = self.complete_part(part, each, value.get(name), (*path, name))
        for name, part in cls.parts.items():
            named = value.get(name)
            if part.role is Role.REFERENCE and isinstance(named, Named) and not named.name:
                value[name] = replace(named, name=str(value.get(cls.named_by[0]) or named.key))
        return value

    def complete_part(self, part: Part, given: Any, read: Any, path: Path) -> Any:
        """Return the value of a part. Raises `Refusal` if the JSON is of another kind."""
        match part.role:
            case Role.TEXT:
                return self.values.text(given, path)
            case Role.ADDRESS:
                return self.values.address(given, path)
            case Role.RICH_TEXT:
                return self.values.rich_text(given, path)
            case Role.FIGURE:
                return self.values.figure(given, read, path)
            case Role.REFERENCE:
                return self.values.reference(part.refers_to, given, read, path)
            case Role.NODE:
                return self.complete_node(
                    part.reads, self.values.mapping(given, path), read or {}, path
                )
            case Role.NODES:
                return self.complete_items(part, given, read or [], path)
            case Role.TABLE:
                overlay = TableOverlay(self.values, part.refers_to, self.comment.is_whole)
                table, heads = overlay.complete(given, read or Table(), self.heads, path)
                if part.refers_to:
                    self.heads = heads
                return table
        return self.values.setting(part, given, path)

    def complete_items(
        self, part: Part, given: Any, read: list[Any], path: Path
    ) -> list[dict[str, Any]]:
        """Return the items of a list. Raises `Refusal` if the text below has more or fewer."""
        listed = self.values.listing(given, path)
        if self.comment.is_whole:
            read = [{} for _ in listed]
        elif len(listed) != len(read):
            raise self.values.count_refusal(len(listed), len(read), path)
        items = []
        for rank, (each, before) in enumerate(zip(listed, read, strict=True)):
            here = (*path, rank)
            each = dict(self.values.mapping(each, here))
            self.values.take_key(each, here)
            each.pop("id", None)
            items.append(self.complete_node(part.reads, each, before, here))
        return items


def empty_value(cls: type[Node]) -> dict[str, Any]:
    """Return the value of an empty draft."""
    value: dict[str, Any] = {}
    for name, part in cls.parts.items():
        match part.role:
            case Role.TEXT | Role.ADDRESS | Role.RICH_TEXT | Role.FIGURE:
                value[name] = ""
            case Role.NODES:
                value[name] = []
            case Role.TABLE:
                value[name] = Table()
            case Role.REFERENCE:
                value[name] = None
            case Role.SETTING if part.reads is tuple:
                value[name] = []
            case Role.SETTING if part.reads is str and not part.choices:
                value[name] = ""
    return value


def is_stated(name: str, part: Part) -> bool:
    """Return whether a comment may give a value for this part of a block."""
    if part.role is Role.BOOKKEEPING:
        return name in REMEMBERED
    return part.role is not Role.REFERENCE or part.refers_to not in FILES
