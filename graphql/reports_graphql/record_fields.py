"""The fields of the root that give one record by its key."""

from typing import Annotated, Any

import strawberry

from reports.content.models.record_kind import find_kind
from reports.content.visibility.perspective import Perspective
from reports_graphql.connection import connection
from reports_graphql.context import Context, Info
from reports_graphql.pagination import Rows
from reports_graphql.row_order import by_name


def record_list(model: Any, plural: str) -> Any:
    """Return a field that gives the public records of a model by name, page by page."""
    kind = find_kind(model)

    def announce(row: Any, context: Context) -> Any:
        loader: Any = context.load.find_loader(kind.name)
        loader.announce_beside([row])
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
