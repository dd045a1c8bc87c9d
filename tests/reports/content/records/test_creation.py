"""A record made on the spot: a draft with a key of its own, or a clear refusal."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from reports.content.models import FundingRound, Indicator, SearchEntry, Service, User
from reports.content.records.creation import propose_key
from reports.publishing import publish
from tests.reports.content.records.conftest import Write, card

pytestmark = pytest.mark.django_db


def make(client: Client, kind: str = "service", **fields: str) -> Any:
    return client.post(reverse("bilan_records", args=[kind]), fields)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Adresse.data.gouv.fr", "adresse.data.gouv.fr"),
        ("L’été à Nœux-les-Mines !", "l-ete-a-noeux-les-mines"),
        ("Mano", "mano-3"),
        ("… ?", "service"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_key_is_proposed_that_is_free(name: str, key: str) -> None:
    for slug in ("mano", "mano-2"):
        Service.objects.create(slug=slug, name=slug)
    assert propose_key(Service, name) == key
    Service(name="x", slug=propose_key(Service, name)).full_clean()


def test_what_is_made_is_a_draft_that_the_history_knows(editor: Client) -> None:
    answer = make(editor, name=" Nouveau ", slug="nouveau.gouv.fr")

    made = Service.objects.get()
    assert answer.status_code == 201
    assert (made.name, made.slug, made.live) == ("Nouveau", "nouveau.gouv.fr", False)
    assert answer.json()["record"] == {
        "id": made.pk,
        "key": "nouveau.gouv.fr",
        "name": "Nouveau",
        "line": "nouveau.gouv.fr · brouillon",
        "edit": f"/admin/snippets/reports/service/edit/{made.pk}/",
        "printed": {"name": "Nouveau", "mission": "", "url": ""},
    }
    assert ModelLogEntry.objects.for_instance(made).get().action == "wagtail.create"


def test_whoever_may_publish_makes_drafts_too(client: Client, people: dict[str, User]) -> None:
    client.force_login(people["administration"])
    make(client, name="Nouveau")
    assert Service.objects.filter(live=False).get().slug == "nouveau"


def test_it_is_published_with_its_report_as_an_import_does(editor: Client, write: Write) -> None:
    make(editor, name="Nouveau")
    publish.publish_with_records(write(2025, card(Service.objects.get())))
    assert Service.objects.get().live
    assert SearchEntry.objects.filter(service=Service.objects.get()).exists()


def test_what_a_kind_needs_beside_its_name(editor: Client) -> None:
    make(editor, "indicator", name="Agents", code="agents", unit="agents")
    make(editor, "fundinground", name="FAST 15", year="2025")
    make(editor, "fundinground", name="FAST 16", year="")
    assert Indicator.objects.get().unit == "agents"
    assert [r.year for r in FundingRound.objects.order_by("slug")] == [2025, None]
    url = reverse("bilan_records", args=["indicator"])
    asked = editor.get(url, {"q": "Usagers actifs"}).json()["create"]
    assert [field["name"] for field in asked["fields"]] == ["code", "unit"]
    assert (asked["key_field"], asked["key"]) == ("code", "usagers-actifs")


@pytest.mark.parametrize("name", ["mano", "MÀNO", "Mano."])
def test_a_name_that_is_there_is_offered_first(editor: Client, mano: Service, name: str) -> None:
    answer = make(editor, name=name, slug="autre")

    assert answer.status_code == 409
    assert answer.json()["errors"] == {"name": "Une fiche porte déjà ce nom : « Mano »."}
    assert [record["id"] for record in answer.json()["existing"]] == [mano.pk]
    assert make(editor, name=name, slug="autre", anyway="1").status_code == 201


@pytest.mark.parametrize("url", ["https://mano.example/", "http://www.MANO.example"])
def test_a_website_that_is_there_is_offered_first(editor: Client, url: str) -> None:
    there = Service.objects.create(name="Mano", slug="mano", url="https://mano.example")
    asked = editor.get(reverse("bilan_records", args=["service"]), {"q": "Autre"}).json()["create"]
    assert [field["name"] for field in asked["fields"]] == ["slug", "url"]
    answer = make(editor, name="Autre", url=url)

    assert answer.status_code == 409
    assert answer.json()["errors"] == {"url": "Une fiche a déjà ce site : « Mano »."}
    assert [record["id"] for record in answer.json()["existing"]] == [there.pk]
    assert make(editor, name="Autre", url=url, anyway="1").status_code == 201
    assert Service.objects.get(name="Autre").url == url


def test_a_key_is_nobody_elses(editor: Client, mano: Service) -> None:
    answer = make(editor, name="Autre", slug="mano", anyway="1")

    assert answer.status_code == 409
    assert answer.json()["errors"] == {"slug": "Cette clé est déjà celle de « Mano »."}
    assert Service.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("service", {"name": ""}, "name"),
        ("service", {"name": "\x00"}, "name"),
        ("service", {"name": "x" * 256}, "name"),
        ("service", {"name": "Nom", "slug": "a b"}, "slug"),
        ("service", {"name": "Nom", "slug": "../x"}, "slug"),
        ("service", {"name": "Nom", "slug": "x" * 121}, "slug"),
        ("fundinground", {"name": "Nom", "year": "MMXXV"}, "year"),
        ("fundinground", {"name": "Nom", "year": "-1"}, "year"),
        ("indicator", {"name": "Nom", "unit": "x" * 41}, "unit"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    editor: Client, kind: str, fields: dict[str, str], wrong: str
) -> None:
    answer = make(editor, kind, **fields)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [wrong]
    assert not Service.objects.exists()


def test_without_permission_it_is_neither_offered_nor_done(
    editor: Client, people: dict[str, User]
) -> None:
    group = people["redaction"].groups.get()
    group.permissions.remove(Permission.objects.get(codename="add_service"))

    found = editor.get(reverse("bilan_records", args=["service"]), {"q": "Nouveau"})
    answer = make(editor, name="Nouveau")

    assert "create" not in found.json()
    assert answer.status_code == 403
    assert answer.json() == {"error": "Vous ne pouvez pas créer de fiche de ce genre."}
    assert not Service.objects.exists()


def test_a_forged_request_makes_nothing(people: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people["redaction"])
    assert make(client, name="Nouveau").status_code == 403
    assert not Service.objects.exists()
