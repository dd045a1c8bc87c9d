"""Computes the content of a block's comment: what the import does not read in its Markdown."""

from collections.abc import Callable
from typing import Any

from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.value import PublicId
from reports.core.figures import Figure
from reports.core.text.addresses import sanitize_address
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.exporting.markdown.difference import SAME, OtherShape
from reports.exchange.exporting.markdown.table_complement import complement_table
from reports.exchange.importing.comments.overlay import FILES, REMEMBERED
from reports.exchange.importing.comments.values import KEY
from reports.exchange.importing.draft import Draft


class Complement:
    """Compares a block with the draft that the import reads.

    `name_of` gives the name of a record that the block does not print. `is_listed` says which ids
    the front matter lists as essential.
    """

    def __init__(
        self, name_of: Callable[[str, str], str], is_listed: Callable[[str], bool]
    ) -> None:
        self.name_of = name_of
        self.is_listed = is_listed

    def of_block(self, node: Node, draft: Draft | None) -> dict[str, Any]:
        """Return the parts of a block that differ from the draft; all parts without a draft.

        Raises `OtherShape`.
        """
        if draft is None:
            return self.of_item(node, {}, is_whole=True, heads=())
        return self.of_item(node, draft.value, is_whole=False, heads=draft.heads)

    def of_item(self, node: Node, read: dict[str, Any], is_whole: bool, heads: Any = ()) -> Any:
        key = {"id": node.id} if KEY.fullmatch(node.id) else {}
        return {**key, **self.of_parts(node, read, is_whole, heads)}

    def of_parts(
        self, node: Node, read: dict[str, Any], is_whole: bool, heads: Any = ()
    ) -> dict[str, Any]:
        found = {}
        for name, part in node.parts.items():
            wanted = getattr(node, name)
            if name == "leading" and self.is_listed(node.id):
                continue
            if part.role is Role.TABLE:
                stated = complement_table(wanted, read.get(name), part, heads, is_whole)
            else:
                stated = self.of_part(name, part, wanted, read.get(name), is_whole)
            if stated is not SAME:
                found[name] = stated
        return found

    def of_part(self, name: str, part: Part, wanted: Any, read: Any, is_whole: bool) -> Any:
        match part.role:
            case Role.TEXT:
                return SAME if wanted == (read or "") else wanted
            case Role.ADDRESS:
                wanted = sanitize_address(wanted)
                return SAME if wanted == (read or "") else wanted
            case Role.RICH_TEXT:
                wanted = normalize_html(wanted.html)
                return SAME if wanted == normalize_html(read or "") else wanted
            case Role.FIGURE:
                return complement_figure(wanted, read)
            case Role.REFERENCE:
                return SAME if part.refers_to in FILES else self.reference(part, wanted, read)
            case Role.NODE:
                return self.of_parts(wanted, read or {}, is_whole) or SAME
            case Role.NODES:
                return self.of_items(wanted, read or [], is_whole)
            case Role.BOOKKEEPING:
                return wanted if name in REMEMBERED and wanted else SAME
        return complement_setting(part, wanted, read)

    def of_items(self, wanted: tuple[Node, ...], read: list[Any], is_whole: bool) -> Any:
        if is_whole:
            read = [{}] * len(wanted)
        elif len(read) != len(wanted):
            raise OtherShape
        items = [
            self.of_item(node, each, is_whole) for node, each in zip(wanted, read, strict=True)
        ]
        return items if any(items) or is_whole else SAME

    def reference(self, part: Part, wanted: Any, read: Any) -> Any:
        """Return the key of the record, with its name if the block does not print it."""
        if not isinstance(wanted, PublicId):
            return SAME if read is None else None
        name = self.name_of(part.refers_to, wanted)
        return {"key": str(wanted), "name": name} if name else str(wanted)


def complement_figure(wanted: Figure, read: Any) -> Any:
    raw = read.get("raw", "") if isinstance(read, dict) else read or ""
    if wanted.read_as is None:
        return SAME if wanted.raw == raw else wanted.raw
    return {"read_as": wanted.read_as} if wanted.raw == raw else wanted.stored


def complement_setting(part: Part, wanted: Any, read: Any) -> Any:
    if part.reads is tuple:
        return SAME if list(wanted) == list(read or ()) else list(wanted)
    if part.reads is bool:
        return SAME if wanted is bool(read) else wanted
    return SAME if wanted == read or (wanted == "" and not read) else wanted
