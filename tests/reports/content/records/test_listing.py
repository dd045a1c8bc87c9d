"""The lists of records in the admin say what is on its way, in no more statements for many."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reports.content.models import Incubator, Indicator, Service
from reports.content.models.record_kind import list_kinds

pytestmark = pytest.mark.django_db
MODELS = (Service, Indicator, Incubator)


def add_records(numbers: range) -> None:
    for number in numbers:
        incubator = Incubator.objects.create(name=f"I{number}", slug=f"i-{number}")
        Service.objects.create(name=f"S{number}", slug=f"s-{number}", incubator=incubator)
        Indicator.objects.create(name=f"D{number}", code=f"d-{number}")


def list_rows(client: Client, model: Any) -> tuple[Any, int]:
    name = f"wagtailsnippets_reports_{model._meta.model_name}:list"
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(reverse(name))
    assert answer.status_code == 200
    return answer, len(asked)


@pytest.mark.parametrize("model", MODELS)
def test_many_records_take_no_more_statements(
    people: Any, client: Client, model: Any, django_assert_num_queries: Any
) -> None:
    client.force_login(people["administration"])
    add_records(range(2))
    list_rows(client, model)
    _, few = list_rows(client, model)
    add_records(range(2, 40))

    answer, many = list_rows(client, model)
    assert len(answer.context["object_list"]) > 2
    assert many == few


def test_what_is_scheduled_and_submitted_is_said(
    people: Any, client: Client, fabrique: Incubator
) -> None:
    client.force_login(people["administration"])
    for name in ("Prévue", "Libre"):
        Service.objects.create(name=name, slug=name.lower(), live=False, incubator=fabrique)
    planned = Service.objects.get(name="Prévue")
    planned.go_live_at = timezone.now() + timedelta(days=1)
    planned.save_revision().publish()

    rows = {str(each): each for each in list_rows(client, Service)[0].context["object_list"]}
    assert {name: each.approved_schedule for name, each in rows.items()} == {
        "Prévue": True,
        "Libre": False,
    }
    assert rows["Prévue"].status_string != rows["Libre"].status_string
    assert planned.approved_schedule


@pytest.mark.parametrize("model", [kind.model for kind in list_kinds()])
def test_what_is_found_is_sorted_as_it_is_asked(people: Any, client: Client, model: Any) -> None:
    client.force_login(people["administration"])
    for number, name in enumerate(("Bois clair", "Bois dormant", "Verger")):
        model.objects.create(name=name, **{model.key_field: f"x-{number}"})
    address = reverse(f"wagtailsnippets_reports_{model._meta.model_name}:list")
    headings = re.findall(r"ordering=-?(\w+)", client.get(address).content.decode())
    assert {"name", model.key_field, "live"} <= set(headings)

    for order in (*headings, *(f"-{each}" for each in headings)):
        answer = client.get(address, {"q": "bois", "ordering": order})
        assert answer.status_code == 200
        assert {each.name for each in answer.context["object_list"]} == {
            "Bois clair",
            "Bois dormant",
        }
    answer = client.get(address, {"q": "bois", "ordering": "-name"})
    assert [each.name for each in answer.context["object_list"]] == ["Bois dormant", "Bois clair"]
