"""Cursor pagination of querysets in a stable order; each SQL statement is compiled only once."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import (
    Count,
    Exists,
    F,
    Q,
    QuerySet,
    Value,
    Window,
)
from strawberry import UNSET

from reports.content.visibility.aggregates import aggregate_rows
from reports.content.visibility.perspective import Perspective
from reports_graphql.row_order import Order

PAGE_SIZE, MAX_PAGE_SIZE = 20, 100


@dataclass(frozen=True)
class Slice:
    """The part of a list that a request asks for: how many rows, from which end, between which
    cursors.

    `query_limits.arguments` has already refused impossible combinations.
    """

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    @classmethod
    def from_arguments(cls, *asked: Any) -> "Slice":
        """Return the slice for the arguments of a field; absent arguments are UNSET."""
        return cls(*(None if value is UNSET else value for value in asked))

    @property
    def has_cursor(self) -> bool:
        return self.after is not None or self.before is not None

    @property
    def is_first_page(self) -> bool:
        return self.last is None and not self.has_cursor

    @property
    def size(self) -> int:
        size = self.last if self.last is not None else self.first
        return PAGE_SIZE if size is None else size

    @property
    def shape(self) -> Hashable:
        """The part of a slice on which the SQL depends: everything but the values in the
        cursors.
        """
        return self.size, self.last is None, self.after is None, self.before is None

    def read_cursors(self, order: Order) -> dict[str, list[Any]]:
        """Return the keys that cursors hold, by the argument that gives them. Raises `Refusal`."""
        ends = {"after": self.after, "before": self.before}
        return {name: order.values(cursor) for name, cursor in ends.items() if cursor is not None}


@dataclass(frozen=True)
class Page:
    """The rows of one page, the size of the whole list, and whether there are rows before and
    after.
    """

    rows: list[Any]
    total: int
    has_previous: bool
    has_next: bool


class Rows(NamedTuple):
    """A query for the rows of a list: the function that builds it, and the arguments of that
    function.

    The SQL is compiled once for each function and arguments; `given` has the values of its
    parameters.
    """

    find: Callable[..., QuerySet[Any]]
    arguments: tuple[Hashable, ...] = ()
    given: Mapping[str, list[Any]] | None = None

    def seen_by(self, perspective: Perspective) -> QuerySet[Any]:
        return self.find(perspective, *self.arguments)


def paginate_rows(perspective: Perspective, rows: Rows, order: Order, window: Slice) -> Page:
    """Return the page for `window` in one statement, or in two if it is empty after a cursor."""
    given = {**(rows.given or {}), **window.read_cursors(order)}
    key = rows.find, rows.arguments, order.model, order.keys
    candidates = perspective.fetch_compiled(
        ("page", key, window.shape),
        lambda seen: select_page(rows.seen_by(seen), order, window),
        given,
    )
    if candidates or not window.has_cursor:
        return build_page(candidates, candidates[0].total if candidates else 0, window)
    counted = perspective.fetch_compiled(
        ("count", key), lambda seen: select_count(rows.seen_by(seen)), rows.given
    )
    return build_page(candidates, counted[0].total if counted else 0, window)


def select_page(queryset: QuerySet[Any], order: Order, window: Slice) -> QuerySet[Any]:
    """Return the query for the rows of a page and one more.

    Each row has the total, and whether there are rows before `after` and after `before`.

    The values in the cursors are parameters, named after their arguments.
    """
    everything = queryset.order_by(*(order.backwards if window.last is not None else order.keys))
    after, before = Q(), Q()
    if window.after is not None:
        after = order.beyond(order.list_slots("after"), order.keys)
    if window.before is not None:
        before = order.beyond(order.list_slots("before"), order.backwards)
    surroundings = {
        "total": aggregate_rows(queryset, "COUNT", F("pk"))
        if window.has_cursor
        else Window(Count("pk")),
        "leading": Exists(queryset.filter(~after)) if after else Value(False),
        "trailing": Exists(queryset.filter(~before)) if before else Value(False),
    }
    return everything.filter(after, before).annotate(**surroundings)[: window.size + 1]


def select_count(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Return a query for one row with the total, or without rows if the list is empty."""
    alone = queryset.order_by().select_related(None).only("pk")
    return alone.annotate(total=Window(Count("pk")))[:1]


def build_page(candidates: list[Any], total: int, window: Slice) -> Page:
    """Return the page that the rows of `select_page` are."""
    size, from_end = window.size, window.last is not None
    rows, more = candidates[:size], len(candidates) > size
    if from_end:
        rows.reverse()
    if candidates:
        leading, trailing = bool(candidates[0].leading), bool(candidates[0].trailing)
    else:
        ends = window.after, window.before
        leading, trailing = (end is not None and total > 0 for end in ends)
    return Page(rows, total, leading or (from_end and more), trailing or (more and not from_end))
