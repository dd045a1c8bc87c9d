"""The usage of a record is read a page at a time: the statements do not grow with what uses it."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, Incubator, Service, User
from reports.content.models.roles import ADMINISTRATORS
from reports.content.site_tree import report_index
from tests.reports.content.records.conftest import card

pytestmark = pytest.mark.django_db
PAGE = 20  # rows that Wagtail's view shows


@pytest.fixture
def administrator(client: Client) -> Client:
    set_up()
    user = User.objects.create_user("admin", "admin@bilan.example")
    user.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client.force_login(user)
    return client


@pytest.fixture
def fabrique(db: None) -> Incubator:
    return Incubator.objects.create(name="Fabrique", slug="fabrique")


def run_services(incubator: Incubator, numbers: range) -> None:
    for number in numbers:
        Service.objects.create(name=f"S{number:03}", slug=f"s-{number}", incubator=incubator)


def show_usage(client: Client, record: Any, page: int = 1) -> tuple[Any, int]:
    """Return a page of the usage of a record, and how many statements it took."""
    name = f"wagtailsnippets_reports_{record._meta.model_name}:usage"
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(reverse(name, args=[record.pk]), {"p": page})
    assert answer.status_code == 200
    return answer, len(asked)


def test_an_incubator_of_many_services_takes_no_more_statements(
    administrator: Client, fabrique: Incubator, django_assert_num_queries: Any
) -> None:
    run_services(fabrique, range(3))
    show_usage(administrator, fabrique)  # what is read once for all is read now
    _, few = show_usage(administrator, fabrique)
    run_services(fabrique, range(3, 70))

    answer, many = show_usage(administrator, fabrique)
    assert (answer.context["paginator"].count, len(answer.context["table"].data)) == (70, PAGE)
    assert many == few


def test_a_service_that_many_reports_name_takes_no_more_statements(
    administrator: Client, django_assert_num_queries: Any
) -> None:
    mano = Service.objects.create(name="Mano", slug="mano")
    use_in_reports(mano, range(2001, 2003))
    show_usage(administrator, mano)
    _, few = show_usage(administrator, mano)
    use_in_reports(mano, range(2003, 2020))

    answer, many = show_usage(administrator, mano)
    assert b"Bilan 2019" in answer.content
    assert many == few


def use_in_reports(service: Service, years: range) -> None:
    for year in years:
        page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year))
        page.body = json.dumps([card(service)])
        report_index().add_child(instance=page)


def test_pages_hold_each_object_once(administrator: Client, fabrique: Incubator) -> None:
    run_services(fabrique, range(45))
    names = []
    for page in (1, 2, 3):
        answer, _ = show_usage(administrator, fabrique, page)
        names += [row["label"] for row in answer.context["table"].data]
    assert sorted(names) == [f"S{number:03}" for number in range(45)]


def test_groups_are_those_of_wagtail(fabrique: Incubator) -> None:
    run_services(fabrique, range(4))
    references = ReferenceIndex.get_references_to(fabrique)
    groups = references.group_by_source_object()

    found = [(each.name, len(rows)) for each, rows in groups]
    assert sorted(found) == [(f"S{number:03}", 1) for number in range(4)]
    assert groups[1:3] == list(groups)[1:3] == groups[:4][1:3]
    assert groups[0] == next(iter(groups))
