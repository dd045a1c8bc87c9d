import json
from typing import Any

from wagtail import blocks

from reports.blocks.fitting import fit


class Body(blocks.StreamBlock):
    """What a page is made of. It opens whatever was stored, however long ago.

    Wagtail drops blocks of a type that it does not know, and fails on values of another shape.
    Here both are kept beside the value, as `misfits`: pairs of what was stored and what of it
    could be read.
    """

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return self.empty_value(raw_text=value)
        if isinstance(value, blocks.StreamValue) or not value or self.is_native(value):
            return super().to_python(value)
        listed = value if isinstance(value, list) else [value]
        pairs = [(stored, self.fitted(stored)) for stored in listed]
        body = super().to_python([fitted for _, fitted in pairs if fitted is not None])
        body.misfits = [(stored, fitted) for stored, fitted in pairs if fitted is not stored]
        return body

    def is_native(self, value: Any) -> bool:
        """Whether this is no stored form but code's: pairs of a name and a value."""
        return isinstance(value, list | tuple) and all(isinstance(item, tuple) for item in value)

    def fitted(self, stored: Any) -> dict[str, Any] | None:
        """A stored block that can be read; none of a type that is not known."""
        kind = stored.get("type") if isinstance(stored, dict) else None
        block = self.child_blocks.get(kind) if isinstance(kind, str) else None
        if block is None:
            return None
        value, id_ = fit(block, stored.get("value")), stored.get("id")
        named = id_ is None or isinstance(id_, str)
        same = named and "value" in stored and value is stored["value"]
        return stored if same else {**stored, "value": value, "id": id_ if named else str(id_)}
