"""Several records are published from their list, by who may publish them: all of them, or none."""

from typing import Any
from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse

from reports.content.models import Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(fabrique: Any) -> str:
    """The address that publishes two drafts, one of which has a revision."""
    services = [
        Service.objects.create(name=name, slug=name.lower(), live=False, incubator=fabrique)
        for name in ("Alpha", "Beta")
    ]
    services[1].mission = "Une mission écrite ensuite."
    services[1].save_revision()
    action = reverse("wagtail_bulk_action", args=["reports", "service", "publish"])
    return f"{action}?next=/admin/&" + "&".join(f"id={each.pk}" for each in services)


def test_who_may_publish_does(people: Any, client: Client, address: str) -> None:
    client.force_login(people["administration"])
    page = client.get(address).content.decode()
    assert "Publier ces 2 fiches" in page
    answer = client.post(address, follow=True)

    assert "2 fiches sont publiées." in answer.content.decode()
    assert set(Service.objects.filter(live=True).values_list("name", "mission")) >= {
        ("Alpha", ""),
        ("Beta", "Une mission écrite ensuite."),
    }


def test_who_may_not_is_told(people: Any, client: Client, address: str) -> None:
    client.force_login(people["redaction"])
    page = client.get(address).content.decode()
    client.post(address)

    assert "demandez au groupe Validation" in page
    assert not Service.objects.filter(live=True, name__in=["Alpha", "Beta"]).exists()


def test_a_failure_midway_publishes_none(people: Any, client: Client, address: str) -> None:
    client.force_login(people["administration"])
    publish = "wagtail.models.Revision.publish"
    with mock.patch(publish, autospec=True, side_effect=[None, RuntimeError]):
        client.raise_request_exception = False
        assert client.post(address).status_code == 500
    assert not Service.objects.get(name="Alpha").get_latest_revision()
