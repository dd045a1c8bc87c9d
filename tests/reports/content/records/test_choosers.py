"""Wagtail's lists and choosers find a record by a part of its name, as the fields of blocks do."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.content.models import Incubator, Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(people: Any, client: Client, fabrique: Incubator) -> Client:
    client.force_login(people["administration"])
    for name in ("Monguichet", "Guichet unique", "Élan"):
        Service.objects.create(name=name, slug=name.lower().replace(" ", "-"), incubator=fabrique)
    return client


def find(client: Client, query: str) -> list[str]:
    """Return the names that a chooser of services offers."""
    url = reverse(Service.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    answer = client.get(url, {"q": query})
    assert answer.status_code == 200
    return [record.name for record in answer.context["results"]]


def test_a_chooser_finds_a_part_within_a_name(admin: Client) -> None:
    assert find(admin, "guichet") == ["Guichet unique", "Monguichet"]
    assert find(admin, "ELAN") == ["Élan"]
    assert find(admin, "introuvable") == []
    assert len(find(admin, "")) == 3


def test_a_list_finds_a_part_within_a_name(admin: Client) -> None:
    address = reverse("wagtailsnippets_reports_service:list")
    answer = admin.get(address, {"q": "guichet"})
    names = [record.name for record in answer.context["object_list"]]
    assert names == ["Guichet unique", "Monguichet"]
    answer = admin.get(address, {"q": "guichet", "ordering": "-name"})
    names = [record.name for record in answer.context["object_list"]]
    assert names == ["Monguichet", "Guichet unique"]


def test_many_that_are_found_take_no_more_statements(admin: Client, fabrique: Incubator) -> None:
    def count_statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert find(admin, "lot")
        return len(asked)

    for number in range(60):
        Service.objects.create(slug=f"s{number}", name=f"Lot {number}", incubator=fabrique)
        if number == 15:  # more than a page
            count_statements()  # what is asked once alone
            few = count_statements()
    assert count_statements() == few
