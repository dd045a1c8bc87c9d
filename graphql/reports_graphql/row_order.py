"""Orders of rows, and the cursors in them: a cursor holds public keys, never a row id."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Field, Q
from django.utils.functional import cached_property

from reports.content.models.snippet import Snippet
from reports.content.visibility.compiled_queries import Slot
from reports_graphql.errors import Refusal


@dataclass(frozen=True)
class Order:
    """The public keys that order the rows of a model, `-` for descending; together they are unique.

    `annotated` has the fields of keys that the queryset computes.
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
        """The function that returns a row's values of the keys, as a tuple."""
        read = attrgetter(*self.attributes)
        return read if len(self.keys) > 1 else lambda row: (read(row),)

    def cursor(self, row: Any) -> str:
        values = self.read_values(row)
        values += (self.name,) if self.name else ()
        return base64.urlsafe_b64encode(orjson.dumps(values, default=str)).decode()

    def values(self, cursor: str) -> list[Any]:
        """Return the keys in `cursor`, converted by their fields. Raises `Refusal`."""
        try:
            held = json.loads(base64.urlsafe_b64decode(cursor.encode()))
            held = self.remove_mark(held)
            columns = [self.column(name) for name in self.attributes]
            values = [read_value(column, v) for column, v in zip(columns, list(held), strict=True)]
            if not isinstance(held, list) or None in values:
                raise ValueError
            if "\0" in "".join(map(str, values)).encode().decode():  # no surrogate stands alone
                raise ValueError
        except (ValueError, TypeError, OverflowError, RecursionError, ValidationError):
            raise Refusal("This is no cursor: take one from an answer.") from None
        return values

    def remove_mark(self, held: Any) -> Any:
        """Return the keys in a cursor without the mark of its order. Refuses another order's
        mark.
        """
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

    def list_slots(self, name: str) -> list[Slot]:
        """Return a slot for each key of a cursor, which is given by `name`."""
        return [Slot(name, place, self.column(key)) for place, key in enumerate(self.attributes)]

    def beyond(self, values: Sequence[Any], keys: Sequence[str]) -> Q:
        """Return the condition for the rows after `values` in the order of `keys`."""
        condition, same = Q(), Q()
        for key, value in zip(keys, values, strict=True):
            name = key.removeprefix("-")
            condition |= same & Q(
                **{f"{name}__lt" if key.startswith("-") else f"{name}__gt": value}
            )
            same &= Q(**{name: value})
        return condition


def read_value(column: Any, held: Any) -> Any:
    """Return a key that a cursor holds. Raises ValueError for a number that no row can have."""
    value = column.to_python(held)
    if isinstance(value, int):
        low, high = connection.ops.integer_field_range(column.get_internal_type())
        if not low <= value <= high:
            raise ValueError
    return value


def by_name(model: type[Snippet]) -> Order:
    """Return the order of a list of records: by name as French sorts it, then by key."""
    return Order(model, ("sort_key", model.key_field))
