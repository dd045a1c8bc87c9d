"""One name but for spaces, accents and case, or one website: is it the same record?"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.content.models import Incubator, Service
from reports.content.records.lookalikes import Lookalikes
from reports.core.text.addresses import normalize_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other"),
    [("mon-guichet", "monguichet"), ("Accelerema", "Accélérema"), ("A Just", "a-just")],
)
def test_names_that_are_one(one: str, other: str) -> None:
    there = Service.objects.create(name=one, slug="un")
    assert Lookalikes.load(Service).find(other) == [there]


@pytest.mark.parametrize(
    ("one", "other"), [("Guichet", "Mon guichet"), ("FAST 6", "FAST 7"), ("…", "—")]
)
def test_names_that_are_two(one: str, other: str) -> None:
    Service.objects.create(name=one, slug="un")
    assert not Lookalikes.load(Service).find(other)


@pytest.mark.parametrize(
    "address",
    [
        "https://mano.example",
        "http://www.mano.example/",
        "HTTPS://Mano.Example",
        "https://mano.example/#a",
    ],
)
def test_addresses_of_one_website(address: str) -> None:
    there = Service.objects.create(name="Mano", slug="mano", url="https://www.mano.example/")
    assert Lookalikes.load(Service).find("Autre", address) == [there]


@pytest.mark.parametrize(
    "address", ["", "/mano", "https://mano.example/b", "https://[", "mailto:a@b.fr"]
)
def test_other_addresses(address: str) -> None:
    Service.objects.create(name="Mano", slug="mano", url="https://mano.example/a")
    Service.objects.create(name="Pix", slug="pix")
    assert not Lookalikes.load(Service).find("Autre", address)
    assert normalize_site("https://[") == ""


def test_a_merged_record_is_none(mano: Service) -> None:
    Service.objects.create(name="MANO", slug="mano-2", merged_into=mano)
    assert Lookalikes.load(Service).find("mano") == [mano]
    assert Lookalikes.load(Service).find_others(mano) == []


def ask(client: Client, kind: str = "service", **typed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(
        reverse("bilan_lookalikes", args=[kind]), typed
    ).json()["records"]
    return found


def test_who_types_is_told_and_not_refused(
    people: dict[str, Any], client: Client, mano: Service, fabrique: Incubator
) -> None:
    client.force_login(people["validation"])
    form = client.get(reverse("wagtailsnippets_reports_service:add")).content.decode()
    assert reverse("bilan_lookalikes", args=["service"]) in form

    (found,) = ask(client, nom="M.A.N.O", site="")
    assert (found["name"], found["merge"]) == ("Mano", "")
    other = Service.objects.create(name="Autre", slug="autre")
    (found,) = ask(client, nom="Rien", site=f"{mano.url}/", fiche=str(other.pk))
    assert found["merge"].endswith(f"?fiche={other.pk}&garder={mano.pk}")
    assert client.get(found["merge"]).status_code == 200
    assert ask(client, nom=mano.name, site=mano.url, fiche=str(mano.pk)) == []
    assert [each["name"] for each in ask(client, "incubator", nom=fabrique.name)] == [fabrique.name]
    client.post(
        reverse("wagtailsnippets_reports_service:add"), {"name": "Mano", "slug": "mano-bis"}
    )
    assert Service.objects.filter(slug="mano-bis").exists()


def test_whoever_has_nothing_to_do_with_records_is_not_told(
    client: Client, mano: Service, django_user_model: Any
) -> None:
    client.force_login(django_user_model.objects.create_user("personne"))
    response = client.get(reverse("bilan_lookalikes", args=["service"]), {"nom": mano.name})
    assert response.status_code != 200
