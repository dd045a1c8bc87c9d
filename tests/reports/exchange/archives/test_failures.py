"""Wherever an import fails, it leaves what was there before."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection

from reports import models
from reports.exchange.archives.importing import import_archive
from tests.depth import WHOLE
from tests.reports.exchange.archives.databases import archive, count_rows
from tests.reports.exchange.archives.test_round_trip import assert_same_bytes

pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE", "RELEASE")


class Failure(KeyboardInterrupt):
    """Whatever may go wrong. Nothing that runs by the way may swallow it."""


class Writes:
    """Counts what is written to the database and the storage; fails at one, if asked to."""

    def __init__(self, failing: int | None = None) -> None:
        self.failing = failing
        self.count = 0

    def note(self) -> None:
        self.count += 1
        if self.count == self.failing:
            raise Failure

    def execute(self, execute: Any, sql: str, *given: Any) -> Any:
        if sql.startswith(WRITES):
            self.note()
        return execute(sql, *given)

    @contextmanager
    def watched(self) -> Iterator[None]:
        save = default_storage.save

        def store(*given: Any) -> str:
            self.note()
            return save(*given)

        with (
            connection.execute_wrapper(self.execute),
            mock.patch.object(default_storage._wrapped, "save", store),  # type: ignore[attr-defined]
        ):
            yield


def list_files() -> list[Path]:
    return [each for each in Path(default_storage.path("")).rglob("*") if each.is_file()]


def fail_everywhere(folder: Path, step: int, tmp_path: Path) -> int:
    """Fail at every `step`-th write until all is stored; return at how many writes it failed."""
    before = count_rows()
    failed = 0
    for number in count(1, step):
        writes = Writes(number)
        try:
            with writes.watched():
                import_archive(folder)
        except Failure:
            failed += 1
            if count_rows() != before:
                break  # all of it was stored, and is compared below
            assert list_files() == [], number
        else:
            break
    page = models.AnnualReportPage.objects.get(year=int(folder.name))
    archive(page, tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")
    return failed


def test_a_failure_at_any_write_leaves_nothing(
    folder: Path, elsewhere: Callable[[], None], tmp_path: Path
) -> None:
    elsewhere()
    assert fail_everywhere(folder.with_name("2023"), 1 if WHOLE else 9, tmp_path) > 5


def test_a_failure_at_writes_of_everything_leaves_nothing(
    folder: Path, elsewhere: Callable[[], None], tmp_path: Path
) -> None:
    elsewhere()
    import_archive(folder.with_name("2023"))

    assert fail_everywhere(folder, 1 if WHOLE else 41, tmp_path) > 2


def test_a_database_that_goes_leaves_nothing(
    folder: Path, elsewhere: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere()
    before = count_rows()

    def fail(*given: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("reports.exchange.archives.importing.store_versions", fail)
    with pytest.raises(OperationalError):
        import_archive(folder)

    assert count_rows() == before
    assert list_files() == []
