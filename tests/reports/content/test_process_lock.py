"""A name is held by one at a time; the killed holder is in publication/test_scheduled.py."""

import pytest
from django.db import connection, connections

from reports.content.process_lock import hold

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def stored(tmp_path, monkeypatch) -> None:
    """A database in memory has no other process: let it have a file."""
    if connection.vendor == "sqlite":
        database = connections["default"]
        monkeypatch.setattr(database, "is_in_memory_db", lambda: False)
        monkeypatch.setitem(database.settings_dict, "NAME", str(tmp_path / "bilan.sqlite3"))


def test_a_name_is_held_once_and_free_afterwards(stored: None) -> None:
    with hold("un") as first, hold("un") as second, hold("deux") as other:
        assert (first, second, other) == (True, False, True)
        with hold("un") as third:  # who did not get it has released nothing
            assert not third
    with hold("un") as again:
        assert again


def test_an_error_releases_it(stored: None) -> None:
    with pytest.raises(ZeroDivisionError), hold("un"):
        raise ZeroDivisionError
    with hold("un") as again:
        assert again


def test_a_connection_that_is_closed_between_does_not_release_it(stored: None) -> None:
    with hold("un"):
        if connection.vendor != "sqlite":  # a database in memory would be gone
            connection.close()
        with hold("un") as second:
            assert not second
