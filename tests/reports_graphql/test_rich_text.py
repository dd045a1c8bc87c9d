"""Rich text as links and nodes, each with what may be seen of its targets."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from .bodies import block
from .conftest import Ask, Publish

QUERY = """{ report(year: 2024) { body { ... on ParagraphBlock { content {
    html
    links { index href kind target {
        __typename ... on LinkedPage { id title path } ... on Document { id title url }
    } }
    tree { kind parent text lang link { index href kind target { __typename } } }
} } } } }"""


@pytest.fixture
def contents(publish: Publish, living: SimpleNamespace, ask: Ask) -> Callable[..., Any]:
    """Publish paragraphs and return what the graph says of each."""

    def contents(*texts: str) -> list[dict[str, Any]]:
        publish(2024, [block(n, "paragraph", {"text": text}) for n, text in enumerate(texts, 1)])
        answer = ask(QUERY)
        assert "errors" not in answer
        return [each["content"] for each in answer["data"]["report"]["body"]]

    return contents


def test_links_name_their_kind_and_their_target(
    contents: Any, publish: Publish, living: SimpleNamespace
) -> None:
    page, document = publish(2023), living.document
    (content,) = contents(
        f'<p><a href="#a">a</a> <a linktype="page" id="{page.pk}">2023</a> '
        f'<a linktype="document" id="{document.pk}">PDF</a> <a href="/s.html">s</a> '
        '<a href="mailto:contact@beta.gouv.fr">m</a></p>'
    )

    key, url = str(document.key), f"/documents/{document.key}/Bilan-2024.pdf"
    linked = {"__typename": "LinkedPage", "id": str(page.translation_key), "title": "Bilan 2023"}
    assert content["links"] == [
        {"index": 0, "href": "#a", "kind": "ANCHOR", "target": None},
        {
            "index": 1,
            "href": "/bilan/2023/",
            "kind": "PAGE",
            "target": linked | {"path": "/bilan/2023/"},
        },
        {
            "index": 2,
            "href": url,
            "kind": "DOCUMENT",
            "target": {
                "__typename": "Document",
                "id": key,
                "title": document.title,
                "url": url,
            },
        },
        {"index": 3, "href": "/s.html", "kind": "PRINTED", "target": None},
        {"index": 4, "href": "mailto:contact@beta.gouv.fr", "kind": "EXTERNAL", "target": None},
    ]
    in_tree = [node["link"] for node in content["tree"] if node["link"]]
    # the guide promises these two first, in this order, to who reads them without a DOM
    begins = [
        f'<a href="{link["href"]}" data-kind="{link["kind"].lower()}"' for link in content["links"]
    ]
    assert re.findall(r'<a href="[^"]*" data-kind="[a-z]+"', content["html"]) == begins
    assert [(link["index"], link["href"], link["kind"]) for link in in_tree] == [
        (link["index"], link["href"], link["kind"]) for link in content["links"]
    ]
    assert [link["target"] and link["target"]["__typename"] for link in in_tree] == [
        *(None, "LinkedPage", "Document", None, None)
    ]


def test_a_link_to_a_hidden_page_is_as_if_nobody_had_made_it(
    contents: Any, publish: Publish
) -> None:
    hidden = publish(2023)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    linked, unlinked = contents(
        f'<p>Voir <a linktype="page" id="{hidden.pk}">ceci</a>, <a href="/x">x</a>.</p>',
        '<p>Voir ceci, <a href="/x">x</a>.</p>',
    )

    assert linked == unlinked
    assert [link["index"] for link in linked["links"]] == [0]
    assert [node["text"] for node in linked["tree"]] == ["", "Voir ceci, ", "", "x", "."]


def test_an_empty_text_has_no_nodes(publish: Publish, ask: Ask) -> None:
    publish(2024)
    answer = ask("{ report(year: 2024) { introduction { html links { index } tree { kind } } } }")

    assert answer["data"]["report"]["introduction"] == {"html": "", "links": [], "tree": []}


@pytest.mark.parametrize("count", [1, 30])
def test_links_are_read_at_once(
    publish: Publish, living: SimpleNamespace, ask: Ask, count: int
) -> None:
    pages = [publish(1990 + n) for n in range(count)]
    text = '<p><a linktype="page" id="{}">a</a><a linktype="document" id="{}">b</a></p>'
    publish(
        2024,
        [
            block(n, "paragraph", {"text": text.format(page.pk, living.document.pk)})
            for n, page in enumerate(pages, 1)
        ],
    )
    with CaptureQueriesContext(connection) as captured:
        answer = ask(QUERY)

    assert len(answer["data"]["report"]["body"]) == count
    assert all(len(each["content"]["links"]) == 2 for each in answer["data"]["report"]["body"])
    assert len([q for q in captured if "wagtailcore_page" in q["sql"]]) <= 3
    assert len(captured) <= 6
