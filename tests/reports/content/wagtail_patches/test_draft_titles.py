"""A chooser names a public page by its public title to whoever may not see its draft."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import Page

from reports.content.models import ContentPage, User
from reports.content.site_tree import report_index

pytestmark = pytest.mark.django_db
SECRET = "Titre secret"


@pytest.fixture
def page(db: None) -> ContentPage:
    """A public page with another title in its draft, and a public page below it."""
    home = report_index().get_parent()
    page = home.add_child(instance=ContentPage(title="Titre public", slug="publique"))
    page.add_child(instance=ContentPage(title="Dessous", slug="dessous"))
    page.title = SECRET
    page.save_revision()
    assert Page.objects.get(pk=page.pk).draft_title == SECRET
    return page


@pytest.fixture
def stranger(db: None) -> Client:
    """Somebody who enters the admin, and works on no page."""
    user = User.objects.create_user("autre", "autre@bilan.example")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def list_addresses(page: ContentPage) -> list[str]:
    above, below = page.get_parent().pk, page.get_children().get().pk
    one = "/admin/choose-page/"
    return [
        *(one, f"{one}{above}/", f"{one}{page.pk}/", f"{one}{below}/", f"{one}search/?q=Titre"),
        *(f"{one}search/?q=Dessous", f"{one}chosen-multiple/?id={page.pk}"),
        *("/admin/reports/page-types-usage/", "/admin/reports/page-types-usage/results/"),
    ]


def test_no_chooser_names_a_draft_to_strangers(page: ContentPage, stranger: Client) -> None:
    answers = {address: stranger.get(address) for address in list_addresses(page)}
    assert not [each for each, answer in answers.items() if SECRET in answer.content.decode()]
    named = [each for each, answer in answers.items() if "Titre public" in answer.content.decode()]
    assert len(named) >= 4


def test_a_typed_address_names_none(page: ContentPage, stranger: Client) -> None:
    data = {"external-link-chooser-url": "http://localhost/publique/?a=1"}
    data |= {"external-link-chooser-link_text": "un lien"}
    for address in ("http://localhost/publique/", "/publique/", "/publique/?a=1"):
        data["external-link-chooser-url"] = address
        answer = stranger.post("/admin/choose-external-link/", data)
        assert answer.status_code == 200
        assert answer.json()["step"] == "external_link_chosen"
        assert SECRET not in answer.content.decode()


def test_whoever_works_on_it_reads_it(page: ContentPage) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("chef", "chef@bilan.example", None))
    assert SECRET in client.get(f"/admin/choose-page/{page.get_parent().pk}/").content.decode()
    assert SECRET in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
