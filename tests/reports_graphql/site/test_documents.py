"""`page.graphql` and `site.graphql`, which frontends send as they are."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from reports import models
from reports.content.folding.bodies import ContentBody

from ..bodies import TEXT, block, item
from ..conftest import Ask, Publish
from .conftest import Write


def every_block(living: SimpleNamespace) -> list[dict[str, Any]]:
    """One block of each kind that a plain page may hold."""
    return [
        block(1, "heading", {"text": "Partie", "level": "2", "anchor": "partie"}),
        block(2, "paragraph", {"text": TEXT}),
        block(3, "callout", {"title": "À noter", "text": TEXT}),
        block(8, "accordion", {"items": [item(801, {"title": "Qui ?", "text": TEXT})]}),
        block(9001, "panel", {"title": "Le détail"}),
        block(4, "links", {"items": [item(401, {"text": "Le code", "url": "/code"})]}),
        block(5, "quote", {"text": TEXT, "attribution": "Une usagère"}),
        block(6, "picture", {"picture": living.picture.pk, "alt": "Une carte"}),
        block(7, "download", {"document": living.document.pk, "title": "Télécharger"}),
    ]


def test_a_plain_page(write: Write, living: SimpleNamespace, ask: Ask) -> None:
    body = every_block(living)
    assert [child["type"] for child in body] == list(ContentBody().child_blocks)
    write("À propos", body, slug="a-propos")

    page = ask("page", urlPath="/a-propos/")["data"]["page"]

    assert (page["__typename"], page["title"]) == ("ContentPage", "À propos")
    assert [a["urlPath"] for a in page["ancestors"]] == ["/"]
    assert [b["__typename"] for b in page["body"]] == [
        type(child).__name__ for child in ContentBody().child_blocks.values()
    ]
    heading, *others = page["body"]
    assert (heading["number"], heading["level"], heading["section"]) == ("1", 2, None)
    assert {b["section"] for b in others} == {heading["id"]}
    assert page["body"][1]["content"]["html"] == TEXT
    assert page["body"][5]["links"][0]["text"] == "Le code"
    assert page["body"][7]["picture"]["id"] == str(living.picture.key)
    assert page["body"][8]["document"]["id"] == str(living.document.key)


def test_holes_null_nothing(write: Write, ask: Ask) -> None:
    kinds = ContentBody().child_blocks
    write("Trous", [block(n, kind, {}) for n, kind in enumerate(kinds)], slug="trous")

    answer = ask("page", urlPath="/trous/")

    assert "errors" not in answer
    assert len(answer["data"]["page"]["body"]) == len(kinds)


def test_the_home_page(home: models.HomePage, publish: Publish, ask: Ask) -> None:
    report = publish(2024)
    link = f'<p><a linktype="page" id="{report.pk}">Le bilan</a></p>'
    models.HomePage.objects.update(introduction=link)

    page = ask("page", urlPath="/")["data"]["page"]

    assert page["introduction"] == {
        "html": '<p><a href="/bilan/2024/" data-kind="page">Le bilan</a></p>',
        "text": "Le bilan",
    }
    assert [child["urlPath"] for child in page["children"]["nodes"]] == ["/bilan/"]


def test_a_report_and_the_list_of_reports(publish: Publish, ask: Ask) -> None:
    publish(2024, introduction=TEXT)
    models.ReportIndexPage.objects.update(introduction=TEXT)

    report = ask("page", urlPath="/bilan/2024/")["data"]["page"]["report"]
    index = ask("page", urlPath="/bilan/")["data"]["page"]

    assert (report["year"], report["introduction"]["text"]) == (2024, "Des mots.")
    assert (index["__typename"], index["introduction"]["text"]) == ("ReportIndexPage", "Des mots.")


def test_the_site(write: Write, publish: Publish, move: Callable[..., Any], ask: Ask) -> None:
    move("/2024", publish(2024))
    above = write("A", slug="a", show_in_menus=True)
    write("B", slug="b", parent=above, show_in_menus=True)
    write("Hors menu", slug="c")

    data = ask("site")["data"]

    root = data["site"].pop("rootPage")
    assert data["site"] == {
        "name": "",
        "url": "http://127.0.0.1:8000",  # `BASE_URL`: nobody has said where the site is
        "language": "fr",
        "printedBase": None,
        "publisher": "",
        "publisherType": "",
        "contactEmail": "",
        "contactUrl": None,
        "coverage": None,
        "licence": None,
        "logo": None,
    }
    assert (root["__typename"], root["urlPath"]) == ("HomePage", "/")
    assert [page["urlPath"] for page in root["children"]["nodes"]] == ["/a/"]
    (child,) = root["children"]["nodes"]
    assert [page["urlPath"] for page in child["children"]["nodes"]] == ["/a/b/"]
    assert data["redirects"]["nodes"] == [
        {"oldPath": "/2024", "newUrl": "/bilan/2024/", "isPermanent": True}
    ]
