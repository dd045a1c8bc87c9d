"""Whatever hides a page hides it on every path of the site half."""

import datetime
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from reports import models

from ..bodies import block
from ..conftest import Ask
from .conftest import Write

pytestmark = pytest.mark.usefixtures("no_limits")
SECRET = "SECRET"
LISTS = """
{
  pages(first: 8) { nodes {
    ...All
    parent { ...All }
    ancestors { title urlPath id }
    children(first: 4) { nodes { ...All parent { title id } } }
  } }
  redirects(first: 8) { nodes { oldPath newUrl page { ...All } } }
}
"""
PLACES = """
query ($path: String!) {
  page(urlPath: $path) {
    ...All
    parent { ...All }
    children(first: 8) { nodes { ...All } }
    ancestors { ...All }
  }
  below: page(urlPath: "/ouvert/") { ...All parent { ...All } ancestors { ...All } }
  site { name rootPage { ...All children(first: 5) { nodes { ...All ...Below } } } }
}
fragment Below on PageInterface { children(first: 4) { nodes { ...All } } }
"""
ALL = """
fragment All on PageInterface {
  id title slug urlPath seoTitle seoDescription firstPublishedAt lastPublishedAt
  ... on HomePage { introduction { html text } }
  ... on ReportIndexPage { introduction { html text } }
  ... on ContentPage { body { ... on ParagraphBlock { content { html text } } } }
  ... on AnnualReportPage { report { title introduction { html } } }
}
"""


def whole(ask: Ask, path: str = "/secret/") -> dict[str, Any]:
    """All that the site half says, the shipped documents included."""
    data: dict[str, Any] = {}
    for name, query, variables in (
        ("", LISTS + ALL, {}),
        ("", PLACES + ALL, {"path": path}),
        ("site.graphql", "site", {}),
        ("page.graphql", "page", {"urlPath": path}),
    ):
        answer = ask(query, **variables)
        assert "errors" not in answer, answer
        data |= {name: answer["data"]} if name else answer["data"]
    return data


def words(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


@pytest.fixture
def secret(write: Write, move: Callable[..., Redirect]) -> models.ContentPage:
    """A page with a parent, a child, a redirect to it and a link to it."""
    above = write("Au-dessus", slug="au-dessus")
    page = write(
        SECRET,
        [block(1, "paragraph", {"text": f"<p>{SECRET}</p>"})],
        parent=above,
        slug="secret",
        seo_title=SECRET,
        search_description=SECRET,
        show_in_menus=True,
    )
    write("Dessous", slug="dessous", parent=page, show_in_menus=True)
    move("/secret-ancien", page)
    link = f'<p>Voir <a linktype="page" id="{page.pk}">là</a>.</p>'
    write("Ouvert", [block(2, "paragraph", {"text": link})], slug="ouvert")
    models.HomePage.objects.update(introduction=link)
    return page


AT = "/au-dessus/secret/"


def past() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(hours=1)


def unpublish(page: Page) -> None:
    page.unpublish()


def expire(page: Page) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=past())


def restrict(kind: str) -> Callable[[Page], None]:
    def hide(page: Page) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")

    return hide


HIDINGS = {
    "draft": unpublish,
    "expired": expire,
    "password": restrict("password"),
    "login": restrict("login"),
    "groups": restrict("groups"),
}


@pytest.mark.parametrize("name", HIDINGS)
def test_a_hidden_page(secret: models.ContentPage, ask: Ask, name: str) -> None:
    before = whole(ask, AT)
    assert words(before).count(SECRET) > 20
    assert "secret-ancien" in words(before)

    HIDINGS[name](secret)

    data = whole(ask, AT)
    assert SECRET not in words(data)
    assert "secret-ancien" not in words(data)
    assert str(secret.translation_key) not in words(data)
    assert data["page"] is None
    assert data["redirects"]["nodes"] == []
    content = data["below"]["body"][0]["content"]
    assert content == {"html": "<p>Voir là.</p>", "text": "Voir là."}


def test_a_live_page_below_a_draft_is_public_and_its_parent_is_not(
    secret: models.ContentPage, ask: Ask
) -> None:
    unpublish(secret)

    page = whole(ask, f"{AT}dessous/")["page"]

    assert (page["title"], page["parent"]) == ("Dessous", None)
    assert [ancestor["title"] for ancestor in page["ancestors"]] == ["Accueil", "Au-dessus"]


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_restriction_above(secret: models.ContentPage, ask: Ask, kind: str) -> None:
    restrict(kind)(secret.get_parent())

    data = whole(ask, f"{AT}dessous/")

    assert SECRET not in words(data)
    assert data["page"] is None
    assert [page["slug"] for page in data["pages"]["nodes"]] == ["h", "bilan", "ouvert"]


def test_a_page_that_will_go_live(secret: models.ContentPage, ask: Ask) -> None:
    soon = timezone.now() + datetime.timedelta(hours=1)
    Page.objects.filter(pk=secret.pk).update(live=False, go_live_at=soon)

    assert SECRET not in words(whole(ask, AT))


def test_a_draft_of_a_public_page(write: Write, ask: Ask) -> None:
    page = write("Publique", [block(1, "paragraph", {"text": "<p>a</p>"})], slug="publique")
    page.title = page.seo_title = page.search_description = SECRET
    page.slug = "secret"
    page.body = json.dumps([block(1, "paragraph", {"text": f"<p>{SECRET}</p>"})])
    page.save_revision()

    data = whole(ask, "/publique/")

    assert SECRET not in words(data)
    assert data["page"]["title"] == "Publique"


def test_a_hidden_root(secret: models.ContentPage, ask: Ask) -> None:
    Page.objects.filter(depth=2).update(live=False)

    data = whole(ask, AT)

    assert data["site"]["rootPage"] is None
    assert data["page"]["ancestors"][0]["title"] == "Au-dessus"


def test_a_restricted_root_hides_everything(secret: models.ContentPage, ask: Ask) -> None:
    restrict("login")(models.HomePage.objects.get())

    data = whole(ask, AT)

    assert (data["site"]["rootPage"], data["page"]) == (None, None)
    assert (data["pages"]["nodes"], data["redirects"]["nodes"]) == ([], [])


@pytest.fixture
def other(secret: models.ContentPage) -> Site:
    """Another site, with a page at the same path and a redirect."""
    root = Page.get_first_root_node()
    home = root.add_child(instance=models.HomePage(title="Autre SECRET", slug="autre"))
    home.add_child(instance=models.ContentPage(title="Autre SECRET page", slug="autre-page"))
    site = Site.objects.create(hostname="autre.example", site_name="Autre SECRET", root_page=home)
    Redirect.objects.create(old_path="/autre-secret", site=site, redirect_page=home)
    return site


def test_another_site(other: Site, ask: Ask, client: Client) -> None:
    for path in ("/autre-page/", "/autre/autre-page/", "/"):
        data = whole(ask, path)
        assert "Autre SECRET" not in words(data)
        assert "autre-secret" not in words(data)

    query = {
        "query": "{ site { name rootPage { title } } pages { nodes { urlPath } } "
        "redirects { nodes { oldPath } } }"
    }
    answer = client.get("/graphql/", query, headers={"host": "autre.example"}).json()

    assert answer["data"] == {
        "site": {"name": "Autre SECRET", "rootPage": {"title": "Autre SECRET"}},
        "pages": {"nodes": [{"urlPath": "/"}, {"urlPath": "/autre-page/"}]},
        "redirects": {"nodes": [{"oldPath": "/autre-secret"}]},
    }


def test_hidden_pages_take_no_place_in_a_part(secret: models.ContentPage, ask: Ask) -> None:
    query = """{
      pages(last: 2) { nodes { slug } totalCount }
      page(urlPath: "/") { children(last: 1) { nodes { slug } totalCount } }
      redirects(first: 1) { nodes { oldPath } totalCount }
    }"""
    Redirect.objects.create(old_path="/z", redirect_link="https://exemple.fr/")
    Page.objects.filter(slug__in=["bilan", "secret"]).update(live=False)

    data = ask(query)["data"]

    assert [page["slug"] for page in data["pages"]["nodes"]] == ["dessous", "ouvert"]
    assert data["pages"]["totalCount"] == 4
    assert [page["slug"] for page in data["page"]["children"]["nodes"]] == ["ouvert"]
    assert data["redirects"]["nodes"] == [{"oldPath": "/z"}]


@pytest.mark.parametrize("kind", ["picture", "document"])
def test_media_below_a_private_collection(
    write: Write, living: SimpleNamespace, ask: Ask, kind: str
) -> None:
    private = Collection.get_first_root_node().add_child(instance=Collection(name="Privé"))
    below = private.add_child(instance=Collection(name="Dessous"))
    record = getattr(living, kind)
    type(record).objects.filter(pk=record.pk).update(title=SECRET, collection=below)
    if kind == "picture":
        models.Picture.objects.update(description=SECRET)
    link = f'<p><a linktype="document" id="{living.document.pk}">Le PDF</a></p>'
    write(
        "A",
        [
            block(1, "picture", {"picture": living.picture.pk, "alt": ""}),
            block(2, "download", {"document": living.document.pk, "title": ""}),
            block(3, "paragraph", {"text": link}),
        ],
        slug="a",
    )
    assert SECRET in words(ask("page", urlPath="/a/"))

    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")

    body = ask("page", urlPath="/a/")["data"]["page"]["body"]
    assert SECRET not in words(body)  # type: ignore[arg-type]
    assert body[0]["picture" if kind == "picture" else "alt"] in (None, "")
    assert (body[1]["document"] is None) == (kind == "document")


# What Grapple, as it comes, gives to anyone.
ATTACKS = [
    '{ pages(order: "owner__password") { title } }',
    '{ pages(order: "owner__password") { owner { password } } }',
    '{ pages(searchQuery: "SECRET") { title } }',
    '{ pages(contentType: "reports.ContentPage") { title } }',
    '{ pages(ancestor: "1") { title } }',
    '{ pages(id: "1") { title } }',
    '{ pages(site: "autre.example") { title } }',
    "{ pages(inSite: false) { title } }",
    '{ page(id: "1") { title } }',
    '{ page(slug: "secret") { title } }',
    '{ page(token: "id=1:x") { title } }',
    '{ page(urlPath: "/", token: "id=1;page_type=reports.contentpage:x") { title } }',
    "{ pages { nodes { draftTitle } } }",
    "{ pages { nodes { ... on ContentPage { draftTitle aliases { title } aliasOf { title } } } } }",
    "{ pages { nodes { ... on Page { draftTitle } } } }",
    "{ pages { nodes { live locked expired goLiveAt } } }",
    "{ pages { nodes { owner { username password } } } }",
    "{ pages { nodes { latestRevision { content } revisions { content } } } }",
    "{ pages { nodes { siblings { title } nextSiblings { title } previousSiblings { title } } } }",
    "{ pages { nodes { descendants(limit: 1) { title } } } }",
    "{ pages { nodes { contentType pageType depth path numchild translationKey } } }",
    "{ pages { nodes { searchScore searchDescription } } }",
    "{ pages { nodes { ... on ContentPage { body { rawValue blockType field } } } } }",
    "{ pages { nodes { ... on ContentPage { body { ... on StreamFieldInterface { field } } } } } }",
    "{ pages { nodes { ... on HomePage { tags } } } }",
    '{ site(hostname: "autre.example") { rootPage { title } } }',
    '{ site(id: "1") { name } }',
    "{ site { hostname port isDefaultSite id } }",
    "{ site { pages { nodes { title } } page(id: 1) { title } } }",
    "{ sites { hostname } }",
    "{ redirects { nodes { oldUrl site { hostname } id } } }",
    '{ search(query: "SECRET") { __typename ... on Page { title } } }',
    "{ images { title } documents { title } collections { name } tags { name } snippets { name } }",
    "{ images { renditions { url } } }",
    "{ settings { __typename } }",
    "{ __schema { queryType { name } } documents { url } }",
    "mutation { __typename }",
    "subscription { page(id: 1) { title } }",
]


@pytest.mark.parametrize("query", ATTACKS)
def test_what_grapple_would_give(secret: models.ContentPage, ask: Ask, query: str) -> None:
    unpublish(secret)

    answer = ask(query)

    assert "data" not in answer
    assert {error["extensions"]["code"] for error in answer["errors"]} != {"INTERNAL_ERROR"}
    assert all(SECRET not in error["message"] for error in answer["errors"])


def test_no_row_number_is_in_any_answer(secret: models.ContentPage, ask: Ask) -> None:
    def walk(value: Any) -> None:
        assert isinstance(value, str | bool | dict | list | None), value  # no number at all
        if isinstance(value, dict):
            assert len(value.get("id", str(secret.translation_key))) == 36
            value = list(value.values())
        for inner in value if isinstance(value, list) else ():
            walk(inner)

    walk(whole(ask, AT))
