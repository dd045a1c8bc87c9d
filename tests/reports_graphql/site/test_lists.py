"""Lists of pages: bounds, and cursors that are keys of pages."""

import base64
import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from reports import models

from ..conftest import Ask
from .conftest import Write

WINDOW = "$first: Int, $after: String, $last: Int, $before: String, $inMenu: Boolean"
GIVEN = "first: $first, after: $after, last: $last, before: $before, inMenu: $inMenu"
RESULT = """{
  totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor node { slug } }
  nodes { slug }
}"""
LISTS = {
    "pages": f"query ({WINDOW}) {{ pages({GIVEN}) {RESULT} }}",
    "children": f"query ({WINDOW}) {{ site {{ rootPage {{ children({GIVEN}) {RESULT} }} }} }}",
}
EACH = pytest.mark.parametrize("name", LISTS)


@pytest.fixture
def slugs(write: Write) -> dict[str, list[str]]:
    """The slugs of both lists: 25 pages below the home page, the third with a page below."""
    for n in range(24):
        page = write(f"P{n}", slug=f"p{n:02}", show_in_menus=n % 2 == 1)
        if n == 2:
            write("Dessous", slug="dessous", parent=page)
    children = ["bilan", *(f"p{n:02}" for n in range(24))]
    return {"children": children, "pages": ["h", *children[:4], "dessous", *children[4:]]}


def page(ask: Ask, name: str, **window: Any) -> dict[str, Any]:
    answer = ask(LISTS[name], **window)
    assert "errors" not in answer, answer
    data = answer["data"]
    found = data["pages"] if name == "pages" else data["site"]["rootPage"]["children"]
    assert found["nodes"] == [edge["node"] for edge in found["edges"]]
    return found


def listed(found: dict[str, Any]) -> list[str]:
    return [node["slug"] for node in found["nodes"]]


def around(found: dict[str, Any]) -> tuple[bool, bool]:
    return found["pageInfo"]["hasPreviousPage"], found["pageInfo"]["hasNextPage"]


def cursor(key: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps([str(key)]).encode()).decode()


def key_of(slug: str) -> UUID:
    return Page.objects.get(slug=slug).translation_key


@EACH
def test_the_first_page_has_twenty(slugs: dict[str, list[str]], ask: Ask, name: str) -> None:
    first = page(ask, name)

    assert listed(first) == slugs[name][:20]
    assert first["totalCount"] == len(slugs[name])
    assert around(first) == (False, True)
    assert first["pageInfo"]["startCursor"] == first["edges"][0]["cursor"]
    assert first["pageInfo"]["endCursor"] == first["edges"][-1]["cursor"]


@EACH
@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_in_both_directions_are_the_whole_list(
    slugs: dict[str, list[str]], ask: Ask, name: str, size: int
) -> None:
    forwards: list[str] = []
    backwards: list[str] = []
    after = before = None
    for number in range(len(slugs[name]) // size + 1):
        one = page(ask, name, first=size, after=after)
        other = page(ask, name, last=size, before=before)
        forwards, backwards = forwards + listed(one), listed(other) + backwards
        is_last = len(forwards) == len(slugs[name])
        assert around(one) == (number > 0, not is_last)
        assert around(other) == (not is_last, number > 0)
        if is_last:
            break
        after, before = one["pageInfo"]["endCursor"], other["pageInfo"]["startCursor"]

    assert forwards == backwards == slugs[name]


@EACH
def test_between_two_cursors(slugs: dict[str, list[str]], ask: Ask, name: str) -> None:
    after, before = cursor(key_of("p05")), cursor(key_of("p08"))

    between = page(ask, name, after=after, before=before)

    assert (listed(between), around(between)) == (["p06", "p07"], (True, True))
    assert between["totalCount"] == len(slugs[name])
    assert listed(page(ask, name, after=before, before=after)) == []


@EACH
def test_an_empty_page_still_knows_the_list(
    slugs: dict[str, list[str]], ask: Ask, name: str
) -> None:
    beyond = page(ask, name, after=cursor(key_of("p23")))

    assert (listed(beyond), beyond["totalCount"]) == ([], len(slugs[name]))
    assert around(beyond) == (True, False)
    assert beyond["pageInfo"]["endCursor"] is None
    assert around(page(ask, name, first=0)) == (False, True)


@EACH
def test_a_page_that_is_not_listed_has_a_place(
    slugs: dict[str, list[str]], ask: Ask, name: str
) -> None:
    """The list of menus goes on after a page that left them meanwhile."""
    found = page(ask, name, inMenu=True, first=2, after=cursor(key_of("p04")))

    assert (listed(found), found["totalCount"], around(found)) == (["p05", "p07"], 12, (True, True))


@EACH
def test_a_cursor_holds_the_key_of_a_page(slugs: dict[str, list[str]], ask: Ask, name: str) -> None:
    found = page(ask, name, last=1)

    assert found["edges"][0]["cursor"] == cursor(key_of("p23"))


def unpublish(hidden: Page) -> None:
    Page.objects.filter(pk=hidden.pk).update(live=False)


def restrict(hidden: Page) -> None:
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")


def move_away(hidden: Page) -> None:
    other = Page.get_first_root_node().add_child(instance=models.HomePage(title="X", slug="x"))
    hidden.refresh_from_db()
    hidden.move(other, pos="last-child")


@EACH
@pytest.mark.parametrize("hide", [unpublish, restrict, move_away])
@pytest.mark.parametrize("window", ["after", "before"])
def test_a_key_of_a_hidden_page_is_as_one_that_does_not_exist(
    slugs: dict[str, list[str]], ask: Ask, name: str, hide: Any, window: str
) -> None:
    hidden = Page.objects.get(slug="p10")
    hide(hidden)

    found = page(ask, name, **{window: cursor(hidden.translation_key)})

    assert found == page(ask, name, **{window: cursor(uuid4())}) == page(ask, name)
    assert found["totalCount"] == len(slugs[name]) - 1


def test_a_page_elsewhere_is_no_place_among_children(slugs: dict[str, list[str]], ask: Ask) -> None:
    assert page(ask, "children", after=cursor(key_of("dessous"))) == page(ask, "children")


@pytest.mark.parametrize("field", [*LISTS, "redirects"])
@pytest.mark.parametrize("given", ["", "x", "AAAA", cursor("x"), cursor("1"), cursor(0)])
def test_a_cursor_that_cannot_be_read(ask: Ask, home: Page, field: str, given: str) -> None:
    if field == "redirects":
        query = "query ($after: String) { redirects(after: $after) { totalCount } }"
        expected = {"", "x", "AAAA"}
    else:
        query, expected = LISTS[field], {given}
    answer = ask(query, after=given)

    if given in expected:
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
        assert not answer.get("data")
    else:
        assert answer["data"]["redirects"] == {"totalCount": 0}


@pytest.mark.parametrize("given", [{}, {"first": 3}, {"last": 2}])
def test_statements_with_and_without_cursors(
    slugs: dict[str, list[str]], ask: Ask, given: dict[str, int]
) -> None:
    def count(name: str, **window: Any) -> int:
        with CaptureQueriesContext(connection) as captured:
            page(ask, name, **given, **window)
        return len(captured)

    after, before = cursor(key_of("p01")), cursor(key_of("p09"))
    page(ask, "pages")  # a process looks types of content up once

    assert count("pages") == 2  # the site, the pages
    assert count("pages", after=after) == count("pages", after=after, before=before) == 3
    assert count("children") == count("children", after=after, before=before) == 3
