"""The site half runs as many statements for 500 pages as for 5."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from reports import models
from reports_graphql.site.nodes import NODE_TYPES

from ..bodies import block
from ..conftest import Ask, Publish
from .conftest import Write

pytestmark = pytest.mark.usefixtures("no_limits", "warm")

FAMILY = """
{
  pages(first: 100) { nodes {
    title
    parent { title parent { title } }
    ancestors { title }
    children(first: 100) {
      nodes { title children(first: 100) { nodes { title children { nodes { title } } } } }
    }
  } }
}
"""
CONTENTS = """
{
  pages(first: 100) { nodes {
    ... on HomePage { introduction { html } }
    ... on ReportIndexPage { introduction { html } }
    ... on ContentPage {
      body {
        ... on ParagraphBlock { content { html } }
        ... on PictureBlock { picture { url renditions { url } } }
        ... on DownloadBlock { document { url } }
      }
    }
    ... on AnnualReportPage {
      report {
        title
        introduction { html }
        document { url }
        previous { title document { url } introduction { html } }
        body { ... on ParagraphBlock { content { html } } }
      }
    }
  } }
}
"""
BOTH = """
{
  pages(first: 100) { nodes {
    children(first: 100) { nodes {
      children(first: 100) { nodes {
        parent { parent { ancestors { title } } }
        ... on ContentPage { body { ... on ParagraphBlock { content { html } } } }
      } }
    } }
  } }
}
"""


@pytest.fixture
def warm(db: None) -> None:
    """Django remembers content types for as long as a process lives."""
    ContentType.objects.get_for_models(*NODE_TYPES)


def statements(ask: Ask, query: str) -> tuple[int, Any]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = ask(query)
    assert "errors" not in answer, answer
    return len(captured), answer["data"]


def grow(write: Write, width: int) -> None:
    """`width` branches, each of `width` pages, each with a page below."""
    for n in range(width):
        branch = write(f"B{n}", slug=f"b{n}")
        for m in range(width):
            leaf = write(f"P{m}", slug=f"p{m}", parent=branch)
            write("Feuille", slug="f", parent=leaf)


@pytest.mark.parametrize("width", [1, 15])
def test_families(write: Write, ask: Ask, width: int) -> None:
    grow(write, width)  # 4 or 482 pages

    count, data = statements(ask, FAMILY)

    # the site, the pages, what is above, and three times the children of a whole generation;
    # less where the list holds all pages, for then it holds all children
    assert count == (6 if width > 1 else 4)
    assert Page.objects.filter(depth__gt=1).count() >= width * (1 + 2 * width)
    assert len(data["pages"]["nodes"]) == min(100, 2 + width * (1 + 2 * width))


@pytest.mark.parametrize("count", [5, 500])
def test_pages_of_one_level(write: Write, home: models.HomePage, ask: Ask, count: int) -> None:
    home.refresh_from_db()
    for n in range(count):
        home.add_child(instance=models.ContentPage(title=f"P{n}", slug=f"p{n}"))

    spent, data = statements(
        ask,
        "{ pages(first: 100) { nodes { "
        "parent { title } children { nodes { title } } ancestors { title } } } }",
    )

    assert spent == 4
    assert len(data["pages"]["nodes"]) == min(100, count + 2)


@pytest.mark.parametrize("count", [2, 40])
def test_contents(
    write: Write, publish: Publish, living: SimpleNamespace, ask: Ask, count: int
) -> None:
    target = publish(1999)
    for n in range(count):
        document = models.ReportDocument.objects.create(
            title=f"D{n}", file=ContentFile(f"{n}".encode(), "d.pdf")
        )
        link = (
            f'<p><a linktype="page" id="{target.pk}">a</a>'
            f'<a linktype="document" id="{document.pk}">b</a></p>'
        )
        body = [
            block(1, "paragraph", {"text": link}),
            block(2, "picture", {"picture": living.picture.pk, "alt": ""}),
            block(3, "download", {"document": document.pk, "title": ""}),
        ]
        write(f"P{n}", body, slug=f"p{n}")
        publish(2000 + n, body[:1], source_document=document, introduction=link)
    models.HomePage.objects.update(introduction=link)

    spent, data = statements(ask, CONTENTS)

    # the site, the pages, four kinds of page, linked pages, documents, pictures, renditions,
    # the neighbours of all reports
    assert spent <= 13
    spents.setdefault("contents", spent)
    assert spents["contents"] == spent
    assert str(data).count("/bilan/1999/") >= 3 * count


spents: dict[str, int] = {}


@pytest.mark.parametrize("width", [1, 8])
def test_contents_of_children(write: Write, publish: Publish, ask: Ask, width: int) -> None:
    target = publish(2024)
    link = f'<p><a linktype="page" id="{target.pk}">a</a></p>'
    for n in range(width):
        branch = write(f"B{n}", slug=f"b{n}")
        for m in range(width):
            write(f"P{m}", [block(1, "paragraph", {"text": link})], slug=f"p{m}", parent=branch)

    spent, _ = statements(ask, BOTH)

    # site, pages, their children (which are all there are), what is above, contents, linked pages
    assert spent == 6


@pytest.mark.parametrize("width", [1, 12])
def test_children_of_children(write: Write, ask: Ask, width: int) -> None:
    grow(write, width)
    below = "children(first: 100) { nodes { title parent { title ancestors { title } } %s } }"
    query = f'{{ page(urlPath: "/") {{ {below % (below % (below % ""))} }} }}'

    spent, _ = statements(ask, query)

    assert spent == 8  # site, page, and for each of three generations: itself and what is above


@pytest.mark.parametrize("count", [2, 90])
def test_redirects(write: Write, ask: Ask, count: int) -> None:
    for n in range(count):
        page = write(f"P{n}", slug=f"p{n}")
        Redirect.objects.create(old_path=f"/o{n}", redirect_page=page)

    query = "{ redirects(first: 100) { nodes { oldPath newUrl page { title parent { title } } } } }"
    spent, data = statements(ask, query)

    assert spent == 3  # the site, the redirects with their pages, what is above
    assert len(data["redirects"]["nodes"]) == count


@pytest.mark.parametrize("count", [2, 90])
def test_one_redirect(home: models.HomePage, ask: Ask, count: int) -> None:
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/{n}", redirect_link=f"/vers-{n}/") for n in range(count)
    )

    with CaptureQueriesContext(connection) as captured:
        answer = ask("redirect", path=f"/{count - 1}/")

    assert len(captured) == 2  # the site, the redirect
    assert answer["data"]["redirect"]["newUrl"] == f"/vers-{count - 1}/"


@pytest.mark.parametrize("count", [1, 30])
def test_site(write: Write, ask: Ask, count: int) -> None:
    for n in range(count):
        page = write(f"P{n}", slug=f"p{n}", show_in_menus=True)
        write("Q", slug="q", parent=page, show_in_menus=True)

    spent, data = statements(ask, "site")

    # site, identity, root, its children, theirs, redirects, of which there are none
    assert spent == 6
    assert len(data["site"]["rootPage"]["children"]["nodes"]) == count


def test_a_page_reads_only_its_own_content(write: Write, publish: Publish, ask: Ask) -> None:
    """Bodies are nearly all the weight: a menu beside a page does without."""
    publish(2024)
    for n in range(5):
        write(f"P{n}", slug=f"p{n}", parent=None)

    with CaptureQueriesContext(connection) as captured:
        ask(
            """{
              site { rootPage { children { nodes { title } } } }
              page(urlPath: "/p1/") { ... on ContentPage { body { __typename } } }
            }"""
        )

    assert len([query for query in captured if '"body"' in query["sql"]]) == 1


@pytest.mark.parametrize("path", ["/p/", "/", "/bilan/2024/", "/rien/"])
def test_page(write: Write, publish: Publish, living: SimpleNamespace, ask: Ask, path: str) -> None:
    report = publish(2024, source_document=living.document)
    link = f'<p><a linktype="page" id="{report.pk}">a</a></p>'
    body = [
        block(1, "paragraph", {"text": link}),
        block(2, "picture", {"picture": living.picture.pk, "alt": ""}),
        block(3, "download", {"document": living.document.pk, "title": ""}),
    ]
    write("P", body, slug="p")

    with CaptureQueriesContext(connection) as captured:
        answer = ask("page", urlPath=path)

    assert "errors" not in answer
    # site, page, above, below, content, linked pages, pictures, renditions, documents
    assert len(captured) <= 9


@pytest.mark.parametrize("count", [5, 90])
def test_the_site_map(write: Write, living: SimpleNamespace, ask: Ask, count: int) -> None:
    for n in range(count):
        write(f"P{n}", slug=f"p{n}")

    spent, data = statements(ask, "sitemap")

    assert spent == 6  # the site, and each of the five lists
    assert len(data["pages"]["nodes"]) == count + 2


@pytest.mark.parametrize("count", [5, 90])
def test_the_redirects_of_a_frontend(ask: Ask, home: models.HomePage, count: int) -> None:
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/{n}", redirect_link=f"/vers-{n}/") for n in range(count)
    )

    spent, data = statements(ask, "redirects")

    assert spent == 2
    assert len(data["redirects"]["nodes"]) == count
