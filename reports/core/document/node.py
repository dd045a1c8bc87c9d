"""The base class of nodes: frozen dataclasses whose fields declare their role, label and help."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from reports.core.document.fields import declare
from reports.core.document.part import Part, Role
from reports.core.document.stored_json import join_words
from reports.core.document.value import read_value, write_value
from reports.core.figures import Figure

LINE = ("lead", "before", "figure", "after")  # the names that checks and roll-forward know


@dataclass(frozen=True, slots=True)
class Node:
    """A block, an item of a list, or a fact.

    `id` is stable, and empty if none was stored. A node that is a field of another node has the id
    of that node followed by the name of the field: `…-growth`.
    """

    parts: ClassVar[dict[str, Part]] = {}
    """The parts of the class by their names, in the order in which they are declared."""
    label: ClassVar[str] = ""
    """The French name that editors read."""
    named_by: ClassVar[tuple[str, ...]] = ()
    """The parts of which the first that says something is what the node is called."""

    line_parts: ClassVar[tuple[str, ...]] = ()
    """The parts that are one line together: a figure and the words around it, of `LINE`."""
    timeless_if: ClassVar[str] = ""
    """The setting that says, if it is ticked, that nothing in it is of any year."""
    reading_order: ClassVar[tuple[str, ...]] = ()
    """The parts that a reader reads, where these are not all in the order of declaration."""

    drawn: ClassVar[tuple[str, ...]] = ()
    """The parts that are shown by a drawing alone, not as text."""

    id: str = ""

    @classmethod
    def from_stored(cls, raw: Any, id: str = "") -> Self:
        """Read a stored value of any age. What cannot be read becomes empty, never an error."""
        values = raw if isinstance(raw, dict) else cls.upgrade(raw)
        return cls(
            id=id,
            **{
                name: read_value(part, values.get(name, part.default), id and f"{id}-{name}")
                for name, part in cls.parts.items()
            },
        )

    @classmethod
    def upgrade(cls, raw: Any) -> dict[str, Any]:
        """Return what was stored before the node had fields, in the field that has it now."""
        if isinstance(raw, list):
            listed = [name for name, part in cls.parts.items() if part.role is Role.NODES]
            return {listed[0]: raw} if listed else {}
        words = join_words(raw)
        texts = (Role.TEXT, Role.RICH_TEXT)
        candidates = (name for name in ("text", "name", "title", "heading") if name in cls.parts)
        named = next((name for name in candidates if cls.parts[name].role in texts), "")
        return {named: words} if words and named else {}

    @property
    def stored(self) -> dict[str, Any]:
        """The value in the form in which blocks store it, without the node's own id."""
        values = ((name, part, getattr(self, name)) for name, part in self.parts.items())
        return {
            name: write_value(part, value)
            for name, part, value in values
            if value or not part.is_optional
        }

    @property
    def display_name(self) -> str:
        """What the node is called, after what it says; empty where it says nothing."""
        words = (str(getattr(self, part)).strip() for part in self.named_by)
        return next(filter(None, words), "")

    @property
    def unneeded_parts(self) -> tuple[str, ...]:
        """The parts that nobody has to fill, given what the others say."""
        return ()

    @property
    def line(self) -> str:
        """The parts that are one line together, as a reader reads them, the figure typeset."""
        values = (getattr(self, part) for part in self.line_parts)
        words = (each.text if isinstance(each, Figure) else each for each in values)
        return " ".join(filter(None, (each.strip() for each in words)))


N = TypeVar("N", bound=type[Node])


@dataclass_transform(frozen_default=True, field_specifiers=(declare,))
def node(label: str = "", **traits: Any) -> Callable[[N], N]:
    """Make a class of nodes: a frozen dataclass that knows its parts.

    `label` and `traits` are the class variables of `Node` and its subclasses.
    """

    def make(cls: N) -> N:
        made: Any = dataclass(frozen=True, slots=True)(cls)
        made.parts = {
            each.name: each.metadata["part"] for each in fields(made) if "part" in each.metadata
        }
        for name, value in (traits | {"label": label} if label else traits).items():
            if not hasattr(made, name):
                raise TypeError(f"a node has no trait {name}")
            setattr(made, name, value)
        if tuple(name for name in LINE if name in made.line_parts) != made.line_parts:
            raise TypeError(f"the parts of a line are {', '.join(LINE)}, in this order")
        return made

    return make
