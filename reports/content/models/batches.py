"""Iterates over the rows of a queryset in locked batches, so that few are in memory at a time."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def lock_batches(rows: QuerySet[Row], size: int) -> Iterator[list[Row]]:
    """Yield the rows of a queryset in their order, `size` at a time, each time in one statement.

    They are locked until the transaction ends. The keys are read first: a row that comes meanwhile
    is in no batch, and one that goes is left out.
    """
    keys: list[Any] = list(rows.values_list("pk", flat=True))
    locked = rows.select_for_update(of=("self",))
    for start in range(0, len(keys), size):
        yield list(locked.filter(pk__in=keys[start : start + size]))
