"""An endpoint that keeps its answers, which other tests do without."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from reports_graphql.http import persisted, response_cache, view


class Clock:
    """What time the application takes it to be."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(timezone.now().replace(second=10, microsecond=0))
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def keeping(db: None, settings: Any) -> Iterator[None]:
    """Answers, rows and documents are kept, for this test alone."""
    settings.GRAPHQL_CACHE_BYTES = settings.GRAPHQL_ROW_BYTES = 1 << 24
    settings.GRAPHQL_STRICT = False
    response_cache.clear()
    persisted.DOCUMENTS.clear()
    for shelf in (response_cache.answer_cache(), persisted.DOCUMENTS):
        shelf.rests_until = 0.0
    with connection.cursor() as cursor:
        # what earlier tests left in Redis was said of another version
        cursor.execute("UPDATE reports_contentversion SET token = %s", [uuid4().hex])
        if connection.vendor == "postgresql":  # triggers would wait for a commit that never comes
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    yield
    response_cache.clear()
    persisted.DOCUMENTS.clear()


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were executed, one entry each time: the others came from the shelf."""
    seen: list[str] = []
    real = view.execute

    def spy(asked: Any, text: str, *rest: Any) -> Any:
        seen.append(text)
        return real(asked, text, *rest)

    monkeypatch.setattr(view, "execute", spy)
    return seen
