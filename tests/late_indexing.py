"""Wagtail's indexes of words and of references, written once a test looks into them.

Writing them takes a quarter of the time of saving, and few tests look into either.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any
from unittest import mock

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection

# How Wagtail reads its index of references.
READERS = (
    "get_count_references_to_in_bulk",
    "get_grouped_references_to",
    "get_grouped_references_to_in_bulk",
    "get_references_for_object",
    "get_references_to",
    "get_references_to_in_bulk",
    "usage_count_subquery",
)
# These break off a save at each of its statements, or read the rows of an index.
INDEXED_AT_ONCE = (
    "tests/reports/exchange/archives/test_failures.py",
    "tests/reports/exchange/importing/test_atomic.py",
    "tests/reports/publishing/test_failure_points.py",
    "tests/reports/publishing/releases/test_publication.py",
    "tests/reports/content/wagtail_patches/",
)
# Tests with these have several connections, or count the statements of a save.
AT_ONCE = {
    "django_assert_max_num_queries",
    "django_assert_num_queries",
    "live_server",
    "transactional_db",
}


class LateTask:
    """Stands for a task: notes for which rows it is wanted, and runs before the index is read."""

    def __init__(self, task: Any) -> None:
        self.task = task
        self.is_late = False
        self.wanted: dict[tuple[str, ...], tuple[Any, ...] | None] = {}

    def enqueue(self, *row: str) -> None:
        if self.is_late:
            self.wanted[row] = None
        else:
            self.task.enqueue(*row)

    def catch_up(self) -> None:
        """Index each row, unless that was done in a savepoint in which we still are.

        What was done in another may have been rolled back. Nobody counts these statements.
        """
        savepoints = tuple(connection.savepoint_ids)
        with mock.patch.object(connection, "force_debug_cursor", False):
            for row, done in self.wanted.items():
                if done is None or savepoints[: len(done)] != done:
                    self.index(row)
                    self.wanted[row] = savepoints

    def index(self, row: tuple[str, ...]) -> None:
        try:
            self.task.call(*row)
        except ObjectDoesNotExist:
            return  # deleted since

    def before(self, read: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that reads the index once it is complete."""

        @wraps(read)
        def complete_and_read(*arguments: Any, **options: Any) -> Any:
            if self.wanted:
                self.catch_up()
            return read(*arguments, **options)

        return complete_and_read


@cache
def install_late_tasks() -> tuple[LateTask, LateTask]:
    """Put late tasks in the place of both, for the whole session: at first they are not late."""
    from modelsearch import signal_handlers as words
    from modelsearch.backends.base import BaseSearchBackend
    from wagtail import signal_handlers as references
    from wagtail.models import ReferenceIndex

    of_words = LateTask(words.insert_or_update_object_task)
    words.insert_or_update_object_task = of_words
    BaseSearchBackend._search = of_words.before(BaseSearchBackend._search)
    of_references = LateTask(references.update_reference_index_task)
    references.update_reference_index_task = of_references
    for name in READERS:
        read = getattr(ReferenceIndex, name).__func__
        setattr(ReferenceIndex, name, classmethod(of_references.before(read)))
    return of_words, of_references


@contextmanager
def indexing_late() -> Iterator[None]:
    tasks = install_late_tasks()
    for task in tasks:
        task.is_late = True
    try:
        yield
    finally:
        for task in tasks:
            task.is_late = False
            task.wanted.clear()


def may_be_late(item: pytest.Item) -> bool:
    """Return whether a test has one connection, in a transaction that it never commits."""
    marker = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(
        (marker or "db" in fixtures)
        and not fixtures & AT_ONCE
        and not item.nodeid.startswith(INDEXED_AT_ONCE)
        and not (marker and marker.kwargs.get("transaction"))
    )
