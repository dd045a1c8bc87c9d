"""Builds the root fields of each kind of records: the list, and one record by its key."""

from typing import Annotated, Any, TypeVar

import strawberry

from reports.content.models.record_kind import find_kind, list_kinds
from reports.content.visibility.perspective import Perspective
from reports_graphql.connection import Connection, connection
from reports_graphql.context import Context, Info
from reports_graphql.pagination import Rows
from reports_graphql.row_order import by_name
from reports_graphql.types.model_type import MODEL_TYPES

R = TypeVar("R", bound=type[Any])


def add_record_fields(root: R) -> R:
    """Add the two fields of each kind of records to the root, unless it already has them."""
    for kind in list_kinds():
        graph_type: Any = MODEL_TYPES.get(kind.model)
        one, all_ = kind.name, f"{kind.name}s"
        if graph_type is not None and not {one, all_} & set(root.__annotations__):
            root.__annotations__ |= {one: graph_type | None, all_: Connection[graph_type]}
            setattr(root, one, record_by_key(one, f"the {kind.words}", kind.key_field))
            setattr(root, all_, record_list(kind.model, f"{kind.words}s"))
    return root


def record_list(model: Any, plural: str) -> Any:
    """Return a field that gives the public records of a model by name, page by page."""
    kind = find_kind(model)

    def announce(row: Any, context: Context) -> Any:
        loader: Any = context.load.find_loader(kind.name)
        loader.announce_related([row])
        context.load.tag_records([row])
        return row

    rows = Rows(Perspective.snippets, (model,))
    return connection(by_name(model), rows, f"The {plural} by name.", announce)


def record_by_key(kind: str, what: str, argument: str = "slug") -> Any:
    """Return a field that gives the public record of a kind by its `argument`."""

    def resolve(
        info: Info,
        key: Annotated[
            str,
            strawberry.argument(name=argument, description=f"The key of {what}, dots included."),
        ],
    ) -> Any:
        return info.context.load.find_loader(kind).get(key)

    def announce(context: Context, key: str) -> None:
        context.load.find_loader(kind).announce_key(key)

    description = f"{what[0].upper()}{what[1:]} by its key; null if no public one has it."
    return strawberry.field(
        resolver=resolve, description=description, metadata={"announce": announce}
    )
