"""Pages at their addresses: a hidden one answers like one that does not exist."""

import datetime
from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from reports.content.models import AnnualReportPage, HomePage, ReportDocument, ReportIndexPage, User
from reports.content.visibility.perspective import Perspective

pytestmark = pytest.mark.django_db
ADDRESS = "/bilan/2024/"


@pytest.fixture
def page() -> AnnualReportPage:
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Accueil", slug="h"))
    Site.objects.update(root_page=home)
    index = home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))
    return index.add_child(instance=AnnualReportPage(title="2024", slug="2024", year=2024))


def unpublish(page: AnnualReportPage) -> None:
    page.unpublish()


def expire(page: AnnualReportPage) -> None:
    """Its time has passed, but no job has run since."""
    past = timezone.now() - datetime.timedelta(hours=1)
    AnnualReportPage.objects.filter(pk=page.pk).update(expire_at=past)


def restrict(kind: str, above: bool = False) -> Callable[[AnnualReportPage], None]:
    def hide(page: AnnualReportPage) -> None:
        where = page.get_parent() if above else page
        PageViewRestriction.objects.create(page=where, restriction_type=kind, password="x")

    return hide


HIDINGS = {
    "draft": unpublish,
    "expired": expire,
    "password": restrict("password"),
    "login": restrict("login"),
    "groups": restrict("groups"),
    "password above": restrict("password", above=True),
    "login above": restrict("login", above=True),
}


@pytest.mark.parametrize("name", HIDINGS)
def test_a_hidden_page_answers_like_an_absent_one(
    page: AnnualReportPage, client: Client, name: str
) -> None:
    assert client.get(ADDRESS).status_code == 200

    HIDINGS[name](page)

    absent, hidden = client.get("/bilan/1999/"), client.get(ADDRESS)
    assert hidden.status_code == 404
    assert hidden.content == absent.content
    assert hidden.headers.items() == absent.headers.items()


def test_nobody_is_let_in_by_an_account(page: AnnualReportPage, client: Client) -> None:
    HIDINGS["login"](page)
    client.force_login(User.objects.create_superuser("a"))

    assert client.get(ADDRESS).status_code == 404


def test_a_live_page_below_a_draft_is_public(page: AnnualReportPage, client: Client) -> None:
    Page.objects.filter(pk=page.get_parent().pk).update(live=False)

    assert client.get(ADDRESS).status_code == 200
    assert client.get("/bilan/").status_code == 404


def test_another_site_s_page(page: AnnualReportPage, client: Client) -> None:
    other = Page.get_first_root_node().add_child(instance=HomePage(title="Autre", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=other)

    assert client.get(ADDRESS, headers={"host": "autre.example"}).status_code == 404


def test_wagtail_s_own_forms_have_no_address(page: AnnualReportPage, client: Client) -> None:
    HIDINGS["password"](page)
    restriction = PageViewRestriction.objects.get()

    for address in (
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        "/_util/login/",
    ):
        assert client.get(address).status_code == 404


def test_documents_have_no_address_with_a_row_number(client: Client) -> None:
    private = Collection.get_first_root_node().add_child(name="privé")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="password")
    document = ReportDocument.objects.create(
        title="a", file=ContentFile(b"a", "a.txt"), collection=private
    )

    with pytest.raises(NoReverseMatch):
        reverse("wagtaildocs_serve", args=[document.pk, document.filename])


def test_pages_still_know_their_address(page: AnnualReportPage) -> None:
    assert page.url == ADDRESS


@pytest.mark.parametrize("path", ["", "bilan", "/\0", "/bilan/\0/", "/\ud800/", "/\n", "//"])
def test_paths_that_databases_refuse(page: AnnualReportPage, path: str) -> None:
    assert Perspective(Site.objects.get()).page_at(path) is None
