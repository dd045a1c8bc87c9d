"""Builds the GraphQL types of document nodes from what their parts declare."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

import strawberry

from reports.content.models.record_kind import get_kinds_by_name
from reports.core import figures
from reports.core.document import facts
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports_graphql.descriptions import describe_address, describe_record
from reports_graphql.field_cost import costs
from reports_graphql.fields import address_field, reference_field
from reports_graphql.query_limits.cost_model import ITEMS, OTHER_ITEMS
from reports_graphql.types import snippets  # noqa: F401  registers the types of records
from reports_graphql.types.figures import Fact, figure_field
from reports_graphql.types.item import Item
from reports_graphql.types.media import Document, Picture
from reports_graphql.types.model_type import MODEL_TYPES
from reports_graphql.types.richtext import RichText

T = TypeVar("T", bound=type[Any])

TYPES: dict[type[Node], type[Any]] = {facts.Fact: Fact}
"""The type of each class of nodes that other nodes may have as parts."""
FILES = {"picture": Picture, "document": Document}
UNASKED = (Role.SETTING, Role.BOOKKEEPING)
"""The roles of parts that a type need not have."""


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def item_type(node: type[Node], description: str = "") -> Callable[[T], T]:
    """Return a decorator that makes a class the type of a node class: a list item or a fact.

    A type that only has the name and the fields of its node needs no class (see `find_type`).
    """

    def make(cls: T) -> T:
        TYPES[node] = make_type(cls, node, description)
        return cls

    return make


def make_type(cls: type[Any], node: type[Node], description: str = "") -> Any:
    """Make a class the type of a class of nodes, which describes it if nothing else does."""
    cls.is_type_of = staticmethod(lambda value, info: isinstance(value, node))
    add_described_parts(cls, node)
    return strawberry.type(cls, description=description or " ".join(str(node.__doc__).split()))


def find_type(node: type[Node]) -> Any:
    """Return the type of an item; it is built from the node if no class was written for it."""
    if node not in TYPES:
        TYPES[node] = make_type(derive_class(node.__name__, Item, node), node)
    return TYPES[node]


def derive_class(name: str, base: type[Any], node: type[Node]) -> type[Any]:
    """Return the class of a type that has all fields of a node that readers see.

    Raises TypeError for a part without a description.
    """
    for each, part in node.parts.items():
        if not part.description and part.role not in UNASKED:
            raise TypeError(f"{node.__name__}.{each} has no description, which the schema needs")
    return type(name, (base,), {"__annotations__": {}, "__module__": __name__})


def add_described_parts(cls: type[Any], node: type[Node]) -> None:
    """Add to a type the fields of its node's parts that have an English description."""
    for name, part in node.parts.items():
        if part.description and not hasattr(cls, name):
            cls.__annotations__[name], field = make_field(name, part)
            setattr(cls, name, field)


def make_field(name: str, part: Part) -> tuple[Any, Any]:
    """Return the type of the field that gives a part, and the field."""
    plain = strawberry.field(name=part.public_name or None, description=part.description)
    match part.role:
        case Role.TEXT:
            return str, plain
        case Role.RICH_TEXT:
            return RichText, plain
        case Role.FIGURE:
            return figures.Figure, figure_field(part.description)
        case Role.NODE:
            return find_type(part.reads), plain
        case Role.NODES:
            return make_list_field(part)
        case Role.ADDRESS:
            return str, address_field(describe_address(part.description), name)
        case Role.REFERENCE:
            return make_reference_field(name, part)
        case Role.SETTING if part.reads in (bool, int):
            return part.reads, plain
    raise TypeError(f"write the field {name} in a class: its role is {part.role.value}")


def make_list_field(part: Part) -> tuple[Any, Any]:
    """Return the type of the field that gives items, and the field."""
    kind = find_type(part.reads)
    metadata = {} if kind.__name__ in ITEMS else costs(items=OTHER_ITEMS)
    field = strawberry.field(
        name=part.public_name or None, description=part.description, metadata=metadata
    )
    return list[kind], field  # type: ignore[valid-type]


def make_reference_field(name: str, part: Part) -> tuple[Any, Any]:
    """Return the type of the field that gives a record or a file, and the field."""
    kind, description = part.refers_to, describe_record(part.description)
    if kind in FILES:
        return FILES[kind] | None, reference_field(kind, description, attrgetter(name))
    record = MODEL_TYPES[get_kinds_by_name()[kind].model]
    return record | None, reference_field(kind, description)
