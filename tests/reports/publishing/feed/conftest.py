"""A small site, acts that end as transactions do, and what the feed has written of them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.test import TestCase

from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.site_tree import report_index
from reports.publishing.models import Change

Act = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def index(db: None) -> ReportIndexPage:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return report_index()


@pytest.fixture
def report(index: ReportIndexPage) -> AnnualReportPage:
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024)
        return index.add_child(instance=page)


@pytest.fixture
def act() -> Act:
    """Run something as one transaction, and list the kinds of the entries that it wrote."""

    @contextmanager
    def run() -> Iterator[list[str]]:
        kinds: list[str] = []
        before = set(Change.objects.values_list("pk", flat=True))
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield kinds
        kinds.extend(Change.objects.exclude(pk__in=before).values_list("kind", flat=True))

    return run


def last_payload() -> dict[str, Any]:
    change = Change.objects.order_by("sequence").last()
    assert change
    return change.payload
