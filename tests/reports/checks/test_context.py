"""What the database knows around a report: which of its records nobody sees yet."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.checks.context import build_context
from reports.checks.draft_records import find_unpublished
from reports.checks.fullness import Fullness
from reports.content.models import AnnualReportPage, Indicator, Service
from reports.content.models.page_reading import read_page
from reports.core.document import read
from tests.reports.checks.build import indicators

pytestmark = pytest.mark.django_db

Body = list[dict[str, object]]


@pytest.fixture
def body() -> Callable[[int], Body]:
    """As many cards of the service « mano » as are asked for, and a row of an indicator."""

    def make(count: int = 1) -> Body:
        service = Service.objects.get_or_create(
            slug="mano", defaults={"name": "Mano", "live": False}
        )[0]
        Indicator.objects.get_or_create(
            code="lances", defaults={"name": "Services lancés", "live": False}
        )
        _, table = indicators(("Indicateurs", "2024"), ("Services lancés", "12"), refs=("lances",))
        cards = [
            {
                "type": "impact_cards",
                "id": f"c{n}",
                "value": {
                    "cards": [
                        {
                            "type": "item",
                            "id": f"i{n}",
                            "value": {"service": service.pk, "facts": []},
                        }
                    ]
                },
            }
            for n in range(count)
        ]
        return [*cards, {"type": "indicator_table", "id": "t", "value": table}]

    return make


def test_drafts_are_told_by_the_block_that_refers_to_them(body: Callable[..., Body]) -> None:
    assert find_unpublished(read(body(1))) == (("c0", "Mano"), ("t", "Services lancés"))
    Service.objects.update(live=True)
    assert find_unpublished(read(body(1))) == (("t", "Services lancés"),)


def test_a_record_that_is_gone_is_no_draft(body: Callable[..., Body]) -> None:
    stored = read(body(1))
    Indicator.objects.all().delete()
    Service.objects.all().delete()
    assert find_unpublished(stored) == ()


def test_many_references_cost_what_one_costs(body: Callable[..., Body]) -> None:
    counts = []
    for cards in (1, 30):
        stored = read(body(cards))
        with CaptureQueriesContext(connection) as asked:
            found = find_unpublished(stored)
        assert len(found) == cards + 1
        counts.append(len(asked))
    assert counts == [2, 2]


def test_the_author_reads_of_drafts_before_the_report_is_submitted(
    body: Callable[..., Body], draft: Callable[..., AnnualReportPage]
) -> None:
    page = draft()
    page.body = json.dumps(body())
    reading = read_page(page)
    assert not page.workflow_in_progress
    assert build_context(reading, page, Fullness()).unpublished == find_unpublished(read(body()))
    unsaved = AnnualReportPage(body=page.body)
    assert build_context(reading, unsaved, Fullness()).unpublished == ()
