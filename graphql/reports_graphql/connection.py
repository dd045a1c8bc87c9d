"""Lists that can grow, as Relay connections."""

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import strawberry
from django.db.models import QuerySet

from reports_graphql.context import Context, Info
from reports_graphql.pagination import MOST, PAGE_SIZE, Order, Page, Slice, paginate_rows

Node = TypeVar("Node")

First = Annotated[
    int | None,
    strawberry.argument(
        description=f"Combien d’éléments : {PAGE_SIZE} par défaut, {MOST} au maximum. Refusé avec "
        "`last`."
    ),
]
After = Annotated[str | None, strawberry.argument(description="Curseur après lequel commencer.")]
Last = Annotated[
    int | None,
    strawberry.argument(
        description=f"Combien, en partant de la fin : {MOST} au maximum. Refusé avec `first`."
    ),
]
Before = Annotated[str | None, strawberry.argument(description="Curseur avant lequel s’arrêter.")]


@strawberry.type(description="Où se trouve une page dans sa liste.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Vrai s’il y a des éléments après.")
    has_previous_page: bool = strawberry.field(description="Vrai s’il y a des éléments avant.")
    start_cursor: str | None = strawberry.field(
        description="Curseur du premier élément ; nul sans élément."
    )
    end_cursor: str | None = strawberry.field(
        description="Curseur du dernier élément ; nul sans élément."
    )


@strawberry.type(description="Un élément à sa place dans une liste.")
class Edge(Generic[Node]):
    node: Node = strawberry.field(description="L’élément.")
    cursor: str = strawberry.field(description="Sa place, à redonner telle quelle.")


@strawberry.type(description="Une page d’une liste.")
class Connection(Generic[Node]):
    edges: list[Edge[Node]] = strawberry.field(description="Les éléments, dans l’ordre.")
    page_info: PageInfo = strawberry.field(description="Où se trouve la page.")
    total_count: int = strawberry.field(description="Nombre d’éléments de toute la liste.")

    @classmethod
    def from_page(cls, page: Page, order: Order, node: Callable[[Any], Any]) -> "Connection[Any]":
        edges = [Edge(node=node(row), cursor=order.cursor(row)) for row in page.rows]
        return cls(
            edges=edges,
            page_info=PageInfo(
                has_next_page=page.has_next,
                has_previous_page=page.has_previous,
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
            ),
            total_count=page.total,
        )


def return_row(row: Any, context: Context) -> Any:
    """A record stands for its own node."""
    return row


def connection(
    order: Order,
    rows: Callable[[Context], QuerySet[Any]],
    description: str,
    node: Callable[[Any, Context], Any] = return_row,
) -> Any:
    """A field that gives the pages of `rows`, each row as its `node`."""

    def resolve(
        info: Info,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Any]:
        page = paginate_rows(
            rows(info.context), order, Slice.from_arguments(first, after, last, before)
        )
        return Connection.from_page(page, order, lambda row: node(row, info.context))

    return strawberry.field(resolver=resolve, description=description, metadata={"order": order})
