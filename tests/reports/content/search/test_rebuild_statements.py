"""The commands that rebuild projections ask for rows in batches, however many rows there are."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.content.management.commands import rebuild_search
from reports.content.models import (
    AnnualReportPage,
    Indicator,
    Mention,
    Observation,
    SearchEntry,
    Service,
    Term,
    projection,
)
from reports.content.site_tree import report_index
from tests.reports.content.records.conftest import card, indicators

pytestmark = pytest.mark.django_db
COMMANDS = ("rebuild_search", "rebuild_observations", "rebuild_mentions")


def add_content(numbers: range) -> None:
    """Add a service, an indicator and a term for each number, and a report that names the first."""
    for number in numbers:
        service = Service.objects.create(name=f"S{number}", slug=f"s-{number}")
        indicator = Indicator.objects.create(name=f"I{number}", code=f"i-{number}")
        Term.objects.create(name=f"T{number}", slug=f"t-{number}", definition="Un mot.")
        year = 2000 + number
        page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year))
        table = indicators(indicator, f"I{number}", "12", heads=("", f"Résultats {year}"))
        page.body = json.dumps([card(service), table])
        report_index().add_child(instance=page)


def count_statements(command: str, **options: bool) -> int:
    with CaptureQueriesContext(connection) as asked:
        call_command(command, stdout=io.StringIO(), **options)
    return len(asked)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_batch_is_as_many_statements_as_a_row(command: str) -> None:
    add_content(range(1))
    few = count_statements(command)
    add_content(range(1, 8))
    assert Observation.objects.count() == Mention.objects.filter(refers_to="service").count() == 8
    assert count_statements(command) == few


def test_rows_are_right_over_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild_search, "REPORTS_PER_BATCH", 3)
    monkeypatch.setattr(rebuild_search, "RECORDS_PER_BATCH", 3)
    monkeypatch.setattr(projection, "REPORTS_PER_BATCH", 3)
    add_content(range(8))
    models = (SearchEntry, Observation, Mention)
    before = [model.objects.count() for model in models]
    SearchEntry.objects.filter(service__slug="s-7").delete()
    Observation.objects.filter(report__year=2007).update(raw="13")
    Mention.objects.filter(report__year__in=(2000, 2006)).delete()

    for command in COMMANDS:
        with pytest.raises(CommandError):
            call_command(command, stdout=io.StringIO(), check=True)
        call_command(command, stdout=io.StringIO())
        call_command(command, stdout=io.StringIO(), check=True)
    assert [model.objects.count() for model in models] == before
    assert not Observation.objects.filter(raw="13").exists()


def test_wrong_sort_keys_are_mended_by_one_statement() -> None:
    add_content(range(1))
    names = [f"E{number}" for number in range(9)]
    Service.objects.bulk_create(Service(name=name, slug=name, sort_key="x") for name in names)
    Service.objects.update(sort_key="x")
    count_statements("rebuild_search")
    assert not Service.objects.filter(sort_key="x").exists()
