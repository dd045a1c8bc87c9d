"""One public world for all tests of a module: each test does something to it, and undoes it."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import TestCase
from graphql import GraphQLSchema

from reports.publishing.feed import entries
from reports.publishing.versions import recording

from . import scenario as public
from .generator import contract
from .paired_databases import Baseline, undone
from .scenario import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            made = public.build()
        yield made


@pytest.fixture(scope="module")
def baseline(world: World) -> Baseline:
    """What `world` answers while nothing is done to it, asked once."""
    return Baseline()


@pytest.fixture(autouse=True)
def one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two worlds are made one after the other: what they publish, they publish at one hour."""
    monkeypatch.setattr(entries, "read_clock", lambda: public.DAY)
    monkeypatch.setattr(recording, "find_time", lambda page, latest: public.DAY)


@pytest.fixture(scope="session")
def schema() -> GraphQLSchema:
    return contract()
