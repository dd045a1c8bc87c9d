"""Relay connections: the types and field builders of paginated lists."""

from collections.abc import Callable
from typing import Annotated, Any, Generic, Self, TypeVar

import strawberry
from strawberry import Parent

from reports_graphql.context import Context, Info
from reports_graphql.pagination import MAX_PAGE_SIZE, PAGE_SIZE, Page, Rows, Slice, paginate_rows
from reports_graphql.row_order import Order

Node = TypeVar("Node")

First = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many items: {PAGE_SIZE} by default, {MAX_PAGE_SIZE} at most; "
        "refused with `last`."
    ),
]
After = Annotated[str | None, strawberry.argument(description="The cursor after which to begin.")]
Last = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many from the end: {MAX_PAGE_SIZE} at most; refused with `first`."
    ),
]
Before = Annotated[str | None, strawberry.argument(description="The cursor before which to stop.")]


@strawberry.type(description="Where a page is in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether there are items after the page.")
    has_previous_page: bool = strawberry.field(
        description="Whether there are items before the page."
    )
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first item; null if there is none."
    )
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item; null if there is none."
    )


@strawberry.type(description="An item in its place in a list.")
class Edge(Generic[Node]):
    node: Node = strawberry.field(description="The item.")
    cursor: str = strawberry.field(description="Its place, to be given back as it is.")


def connection_nodes(connection: Parent[Any]) -> list[Any]:
    return [edge.node for edge in connection.edges]


@strawberry.type(description="A page of a list.")
class Connection(Generic[Node]):
    edges: list[Edge[Node]] = strawberry.field(description="The items with their places, in order.")
    nodes: list[Node] = strawberry.field(
        resolver=connection_nodes, description="The items alone, in order."
    )
    page_info: PageInfo = strawberry.field(description="Where the page is.")
    total_count: int = strawberry.field(description="The number of items of the whole list.")

    @classmethod
    def from_page(cls, page: Page, order: Order, node: Callable[[Any], Any]) -> Self:
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
    """Return the row itself: it is resolved as its own node."""
    return row


def list_page(
    info: Info,
    rows: Rows,
    order: Order,
    node: Callable[[Any, Context], Any],
    *window: Any,
) -> Connection[Any]:
    """Return a page of `rows`, each row as its `node`; `window` has the pagination arguments."""
    page = paginate_rows(info.context.perspective, rows, order, Slice.from_arguments(*window))
    return Connection.from_page(page, order, lambda row: node(row, info.context))


def connection(
    order: Order,
    rows: Rows,
    description: str,
    node: Callable[[Any, Context], Any] = return_row,
) -> Any:
    """Return a field that gives the pages of `rows`, each row as its `node`."""

    def resolve(
        info: Info,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Any]:
        return list_page(info, rows, order, node, first, after, last, before)

    return strawberry.field(resolver=resolve, description=description, metadata={"order": order})
