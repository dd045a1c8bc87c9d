"""Pages of a queryset in a stable order. A cursor holds public keys, never a row number."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import ValidationError
from django.db.models import (
    Count,
    Exists,
    F,
    Field,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Subquery,
    Value,
    Window,
)
from django.utils.functional import cached_property
from strawberry import UNSET

from reports.models.snippets import Snippet
from reports.visibility.perspective import Perspective
from reports_graphql.errors import Refusal

PAGE_SIZE, MOST = 20, 100


@dataclass(frozen=True)
class Order:
    """Public keys that order the rows of a model, `-` for descending; together they are unique.

    `annotated` says what those of the keys are that the queryset computes.
    """

    model: type[Any]
    keys: tuple[str, ...]
    annotated: Mapping[str, Field] = field(default_factory=dict)
    name: str = ""
    """What cursors are marked with, where a list has other orders too."""

    @property
    def backwards(self) -> tuple[str, ...]:
        return tuple(key[1:] if key.startswith("-") else f"-{key}" for key in self.keys)

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        return tuple(key.removeprefix("-") for key in self.keys)

    @cached_property
    def read_values(self) -> Callable[[Any], Any]:
        """The function that returns what a row has of the keys, as a tuple."""
        read = attrgetter(*self.attributes)
        return read if len(self.keys) > 1 else lambda row: (read(row),)

    def cursor(self, row: Any) -> str:
        values = self.read_values(row)
        values += (self.name,) if self.name else ()
        return base64.urlsafe_b64encode(orjson.dumps(values, default=str)).decode()

    def values(self, cursor: str) -> list[Any]:
        """The keys that `cursor` holds, as their fields understand them."""
        try:
            held = json.loads(base64.urlsafe_b64decode(cursor.encode()))
            held = self.remove_mark(held)
            columns = [self.column(name) for name in self.attributes]
            values = [column.to_python(v) for column, v in zip(columns, list(held), strict=True)]
            if not isinstance(held, list) or None in values:
                raise ValueError
            if "\0" in "".join(map(str, values)).encode().decode():  # no surrogate stands alone
                raise ValueError
        except (ValueError, TypeError, OverflowError, RecursionError, ValidationError):
            raise Refusal("This is no cursor: take one from an answer.") from None
        return values

    def remove_mark(self, held: Any) -> Any:
        """Return what a cursor holds beside the mark of its order; refused if that is another."""
        if not isinstance(held, list):
            raise ValueError
        count = len(self.keys)
        if held[count:] == ([self.name] if self.name else []):
            return held[:count]
        if len(held) in (count, count + 1):
            raise Refusal("This cursor is of another order: take one from an answer in this order.")
        raise ValueError

    def column(self, name: str) -> Any:
        return self.annotated.get(name) or self.model._meta.get_field(name)

    def beyond(self, values: Sequence[Any], keys: Sequence[str]) -> Q:
        """The rows that come after `values` in the order of `keys`."""
        condition, same = Q(), Q()
        for key, value in zip(keys, values, strict=True):
            name = key.removeprefix("-")
            condition |= same & Q(
                **{f"{name}__lt" if key.startswith("-") else f"{name}__gt": value}
            )
            same &= Q(**{name: value})
        return condition


def by_name(model: type[Snippet]) -> Order:
    """Return the order of a list of records: by name as French sorts it, then by key."""
    return Order(model, ("sort_key", model.key_field))


@dataclass(frozen=True)
class Slice:
    """What a caller asks for: so many rows, from one end or the other, between two cursors.

    `query_limits.arguments` has refused what cannot be.
    """

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    @classmethod
    def from_arguments(cls, *asked: Any) -> "Slice":
        """Return what the arguments of a field ask for; those that are absent are UNSET."""
        return cls(*(None if value is UNSET else value for value in asked))

    @property
    def has_cursor(self) -> bool:
        return self.after is not None or self.before is not None

    @property
    def size(self) -> int:
        size = self.last if self.last is not None else self.first
        return PAGE_SIZE if size is None else size


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and what surrounds them."""

    rows: list[Any]
    total: int
    has_previous: bool
    has_next: bool


class Rows(NamedTuple):
    """The rows of a list: how a perspective finds them, and what that depends on."""

    find: Callable[..., QuerySet[Any]]
    arguments: tuple[Any, ...] = ()

    def seen_by(self, perspective: Perspective) -> QuerySet[Any]:
        return self.find(perspective, *self.arguments)


def paginate_rows(perspective: Perspective, rows: Rows, order: Order, window: Slice) -> Page:
    """Return the rows that `window` names, in one statement; two when none are beyond a cursor.

    The statement is compiled once for the same arguments of a list.
    """
    key = "page", rows.find, repr(rows.arguments), order.model, order.keys, window
    candidates = perspective.fetch_compiled(
        key, lambda seen: select_page(rows.seen_by(seen), order, window)
    )
    if candidates or not window.has_cursor:
        return build_page(candidates, candidates[0].total if candidates else 0, window)
    return build_page(candidates, rows.seen_by(perspective).count(), window)


def select_page(queryset: QuerySet[Any], order: Order, window: Slice) -> QuerySet[Any]:
    """Return the rows that `window` names and one more, each with what surrounds them."""
    everything = queryset.order_by(*(order.backwards if window.last is not None else order.keys))
    after, before = Q(), Q()
    if window.after is not None:
        after = order.beyond(order.values(window.after), order.keys)
    if window.before is not None:
        before = order.beyond(order.values(window.before), order.backwards)
    surroundings = {
        "total": count_rows(queryset) if window.has_cursor else Window(Count("pk")),
        "leading": Exists(queryset.filter(~after)) if after else Value(False),
        "trailing": Exists(queryset.filter(~before)) if before else Value(False),
    }
    return everything.filter(after, before).annotate(**surroundings)[: window.size + 1]


def count_rows(queryset: QuerySet[Any]) -> Subquery:
    """Return how many rows there are, as an expression."""
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(queryset.order_by().annotate(count=count).values("count"))


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
