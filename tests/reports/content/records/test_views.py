"""Who may ask what of records, and what they are told."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from reports.content.models import Incubator, Indicator, Service, Term, User
from tests.reports.content.records.conftest import Write, card, fact, indicators

pytestmark = pytest.mark.django_db


def search(client: Client, typed: str, kind: str = "service"):
    return client.get(reverse("bilan_records", args=[kind]), {"q": typed})


def ask(client: Client, key: str, year: str = "2025", kind: str = "service"):
    return client.get(reverse("bilan_record", args=[kind, key]), {"annee": year})


@pytest.fixture
def outsider(people: dict[str, User]) -> Client:
    """Somebody who may enter the admin, and nothing more."""
    user = User.objects.create_user("outsider")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def test_an_option_says_what_tells_it_from_others(
    editor: Client, mano: Service, fabrique: Incubator
) -> None:
    Service.objects.filter(pk=mano.pk).update(incubator=fabrique, live=False)
    (found,) = search(editor, "mano").json()["records"]
    assert found["name"] == "Mano"
    assert found["line"] == "mano · Construction · Fabrique de l’écologie · brouillon"
    assert found["printed"] == {"name": "Mano", "mission": "Aider.", "url": "https://mano.example"}


def test_the_uses_and_last_years_words(editor: Client, write: Write, mano: Service) -> None:
    write(2023, card(mano, mission="D’antan."), live=True)
    write(2024, card(mano, mission="Aider.", facts=[fact("442", "organisations")]), live=True)
    write(2025, card(mano, mission="À venir."))
    answer = ask(editor, "mano").json()

    assert answer["summary"] == (
        "Bilan 2025 (brouillon) · Bilan 2024 (publié) · Bilan 2023 (publié)"
    )
    assert "442 organisations" in answer["html"]
    assert "D’antan." not in answer["html"]
    assert "À venir." not in answer["html"]


def test_an_indicator_says_last_years_result(
    editor: Client, write: Write, products: Indicator
) -> None:
    write(2024, indicators(products, "Produits", "217", heads=("Indicateurs", "Résultats 2024")))
    html = ask(editor, "produits", kind="indicator").json()["html"]
    assert "<dt>Résultats 2024</dt><dd>217</dd>" in html
    assert (
        "Le bilan 2022 n’en disait rien."
        in ask(editor, "produits", "2023", "indicator").json()["html"]
    )


@pytest.mark.parametrize("year", ["", "abc", "20255", "²", "0"])
def test_a_report_without_a_year_has_no_last_year(
    editor: Client, write: Write, mano: Service, year: str
) -> None:
    write(2024, card(mano, mission="Aider."))
    html = ask(editor, "mano", year).json()["html"]
    assert "Cartes d’impact" in html
    assert "Aider." not in html


def test_reports_that_one_may_not_edit_stay_untold(write: Write, mano: Service) -> None:
    secret, own = write(2024, card(mano, mission="Secret.")), write(2025, card(mano))
    group = Group.objects.create(name="Un bilan")
    group.permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "view_service", "delete_service"])
    )
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=own, permission=change)
    user = User.objects.create_user("one")
    user.groups.add(group)
    client = Client()
    client.force_login(user)

    answer = ask(client, "mano").json()
    refused = client.get(f"/admin/snippets/reports/service/delete/{mano.pk}/")

    assert answer["summary"] == "Bilan 2025 (brouillon)"
    assert f"/pages/{secret.pk}/" not in answer["html"] + refused.content.decode()
    assert "Secret." not in answer["html"]
    assert "dans 1 bilan que vous ne pouvez pas modifier" in refused.content.decode()


@pytest.mark.parametrize("key", ["inconnu", "%00", "mano\n"])
def test_a_record_that_is_not_there(editor: Client, mano: Service, key: str) -> None:
    answer = ask(editor, key.replace("%00", "\x00"))
    assert (answer.status_code, answer.json()) == (404, {"error": "Cette fiche n’existe plus."})


def test_names_are_told_by_key_in_their_order(editor: Client) -> None:
    Indicator.objects.create(code="b", name="Services")
    Indicator.objects.create(code="a", name="Usagers")
    answer = editor.get(reverse("bilan_references", args=["indicator"]))
    assert answer.json() == [{"key": "b", "name": "Services"}, {"key": "a", "name": "Usagers"}]
    assert editor.get(reverse("bilan_references", args=["user"])).status_code == 404


def test_terms_are_told_with_their_definitions(editor: Client) -> None:
    Term.objects.create(slug="incubateur", name="Incubateur", definition="Équipe qui lance.")
    Term.objects.create(slug="sans", name="Sans définition")
    answer = editor.get(reverse("bilan_definitions"))
    assert answer.json() == {"terms": [{"name": "Incubateur", "definition": "Équipe qui lance."}]}


def addresses() -> list[str]:
    return [
        reverse("bilan_references", args=["service"]),
        reverse("bilan_records", args=["service"]),
        reverse("bilan_record", args=["service", "mano"]),
        reverse("bilan_definitions"),
    ]


def test_whoever_has_to_do_with_neither_pages_nor_records_learns_nothing(
    outsider: Client, mano: Service
) -> None:
    for url in addresses():
        answer = outsider.get(url)
        assert (answer.status_code, list(answer.json())) == (403, ["error"])


def test_nobody_but_a_user_of_the_admin_may_ask(client: Client, mano: Service) -> None:
    User.objects.create_user("reader", password="reader")
    for _ in ("anonymous", "reader"):
        assert {client.get(url).status_code for url in addresses()} == {302}
        client.login(username="reader", password="reader")
