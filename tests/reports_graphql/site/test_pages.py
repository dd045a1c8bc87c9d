"""`page` and `pages`: where things are."""

import pytest
from wagtail.models import Page, Site

from reports import models

from ..bodies import TEXT, block
from ..conftest import Ask, Publish
from .conftest import Write

PAGES = "query ($first: Int) { pages(first: $first) { nodes { urlPath } totalCount } }"
AT = "query ($urlPath: String!) { page(urlPath: $urlPath) { urlPath } }"
FAMILY = """
{
  page(urlPath: "/a/b/") {
    parent { urlPath }
    ancestors { urlPath }
    children { nodes { urlPath parent { urlPath children { nodes { urlPath } } } } }
  }
}
"""


def paths(rows: list[dict[str, str]]) -> list[str]:
    return [row["urlPath"] for row in rows]


def test_what_a_page_says_of_itself(write: Write, ask: Ask) -> None:
    page = write("Accessibilité", slug="accessibilite", search_description="Où nous en sommes.")
    fields = "__typename id title slug urlPath seoTitle seoDescription showInMenus"
    dates = "firstPublishedAt lastPublishedAt"

    answer = ask(f'{{ page(urlPath: "/accessibilite/") {{ {fields} {dates} }} }}')["data"]["page"]

    assert answer == {
        "__typename": "ContentPage",
        "id": str(page.translation_key),
        "title": "Accessibilité",
        "slug": "accessibilite",
        "urlPath": "/accessibilite/",
        "seoTitle": "Accessibilité",
        "seoDescription": "Où nous en sommes.",
        "showInMenus": False,
        "firstPublishedAt": None,
        "lastPublishedAt": None,
    }


def test_a_title_for_search_engines_of_its_own(write: Write, ask: Ask) -> None:
    write("A", slug="a", seo_title="Autre")

    assert ask('{ page(urlPath: "/a/") { seoTitle } }')["data"]["page"]["seoTitle"] == "Autre"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "HomePage"),
        ("/bilan/", "ReportIndexPage"),
        ("/bilan/2024/", "AnnualReportPage"),
        ("/bilan/2024", "AnnualReportPage"),
        ("/plus/", "ContentPage"),
    ],
)
def test_each_kind_of_page(write: Write, publish: Publish, ask: Ask, path: str, kind: str) -> None:
    publish(2024)
    write("Plus", slug="plus")

    answer = ask("query ($p: String!) { page(urlPath: $p) { __typename } }", p=path)

    assert answer["data"] == {"page": {"__typename": kind}}


@pytest.mark.parametrize(
    "path",
    [
        *("", " ", "2024/", "/2024/", "bilan/2024/", "/bilan/2024//", "//bilan/2024/"),
        *("/BILAN/2024/", "/bilan/202%", "/bilan/%2024/", "/bilan/2024/../2024/", "/h/bilan/2024/"),
        *("/\n", "/bilan/2024/ ", "/" * 3000, "/é/", "/\u202e/", "/'--/"),
    ],
)
def test_no_page_is_there(publish: Publish, ask: Ask, path: str) -> None:
    publish(2024)

    assert ask(AT, urlPath=path) == {"data": {"page": None}}


def test_all_pages_in_the_order_of_the_tree(write: Write, publish: Publish, ask: Ask) -> None:
    first = write("Z", slug="z")
    publish(2024)
    write("A", slug="a")
    write("B", slug="b", parent=first)

    found = paths(ask(PAGES)["data"]["pages"]["nodes"])

    assert found == ["/", "/bilan/", "/bilan/2024/", "/z/", "/z/b/", "/a/"]


def test_pages_of_the_menus(write: Write, home: models.HomePage, ask: Ask) -> None:
    write("A", slug="a", show_in_menus=True)
    write("B", slug="b")

    answer = ask(
        "{ pages(inMenu: true) { nodes { slug } } site { rootPage { "
        "children(inMenu: true) { nodes { slug } } "
        "others: children(inMenu: false) { nodes { slug } } } } }"
    )["data"]

    assert answer["pages"]["nodes"] == [{"slug": "a"}]
    assert answer["site"]["rootPage"]["children"]["nodes"] == [{"slug": "a"}]
    assert answer["site"]["rootPage"]["others"]["nodes"] == [{"slug": "bilan"}, {"slug": "b"}]


def test_parents_children_and_ancestors(write: Write, ask: Ask) -> None:
    a = write("A", slug="a")
    b = write("B", slug="b", parent=a)
    for slug in ("d", "c"):
        write(slug, slug=slug, parent=b)

    page = ask(FAMILY)["data"]["page"]

    assert page["parent"]["urlPath"] == "/a/"
    assert paths(page["ancestors"]) == ["/", "/a/"]
    assert paths(page["children"]["nodes"]) == ["/a/b/d/", "/a/b/c/"]
    back = page["children"]["nodes"][0]["parent"]
    assert back["urlPath"] == "/a/b/"
    assert paths(back["children"]["nodes"]) == ["/a/b/d/", "/a/b/c/"]


def test_the_root_of_the_site_has_nothing_above(home: models.HomePage, ask: Ask) -> None:
    answer = ask('{ page(urlPath: "/") { parent { title } ancestors { title } } }')

    assert answer["data"]["page"] == {"parent": None, "ancestors": []}


def test_a_report_leads_into_the_other_half(publish: Publish, ask: Ask) -> None:
    publish(2023)
    publish(2024, [block(1, "paragraph", {"text": TEXT})])
    fields = "id year path previous { year } body { ... on ParagraphBlock { content { text } } }"

    answer = ask(
        f"""{{
          page(urlPath: "/bilan/2024/") {{ id ... on AnnualReportPage {{ report {{ {fields} }} }} }}
          report(year: 2024) {{ {fields} }}
        }}"""
    )["data"]

    assert answer["page"]["report"] == answer["report"]
    assert answer["page"]["id"] == answer["report"]["id"]
    assert answer["report"]["body"][0]["content"]["text"] == "Des mots."


def test_a_page_without_a_type_in_the_graph(home: models.HomePage, write: Write, ask: Ask) -> None:
    home.refresh_from_db()
    bare = home.add_child(instance=Page(title="Nue", slug="nue"))

    assert "/nue/" not in paths(ask(PAGES)["data"]["pages"]["nodes"])
    assert ask(AT, urlPath="/nue/")["data"]["page"] is None
    assert bare.live
    write("A", slug="a")
    assert ask(PAGES, first=0)["data"]["pages"]["totalCount"] == 3  # it takes no place


def test_the_site_of_the_request(home: models.HomePage, ask: Ask) -> None:
    Site.objects.update(site_name="Bilans du programme")

    answer = ask("{ site { name rootPage { __typename urlPath } } }")

    assert answer["data"]["site"] == {
        "name": "Bilans du programme",
        "rootPage": {"__typename": "HomePage", "urlPath": "/"},
    }
