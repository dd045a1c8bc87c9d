"""A database that is gone in the middle of an act: what must happen wholly, or not at all."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction


class StatementFailed(Exception):
    """Stands for a database that is gone in the middle."""


class FailAt:
    """Raises at the n-th statement, and counts them."""

    def __init__(self, number: int) -> None:
        self.number, self.count = number, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        if self.count == self.number:
            raise StatementFailed
        return execute(sql, params, many, context)


def fail_everywhere(act: Callable[[], object], read_rows: Callable[[], object]) -> int:
    """Run `act` as often as it has statements, each time with another one that fails.

    Each time all rows must be as before; return the number of statements. The last one, which is
    the commit, is left out.
    """
    for _ in range(2):  # the second time all is cached that will be
        counted = FailAt(0)
        with suppress(StatementFailed), transaction.atomic():
            with connection.execute_wrapper(counted):
                act()
            raise StatementFailed  # nothing of it stays
    before = read_rows()
    for number in range(1, counted.count):
        with pytest.raises(StatementFailed), connection.execute_wrapper(FailAt(number)):
            act()
        assert read_rows() == before, f"statement {number} of {counted.count}"
    return counted.count
