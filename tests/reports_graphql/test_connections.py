"""Lists: pages, bounds and cursors."""

import base64
import json
from typing import Any

import pytest

from reports import models
from reports.core.text.sort_keys import build_sort_key

from .conftest import Ask, Publish

PAGE = """
query ($first: Int, $after: String, $last: Int, $before: String) {
  services(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { slug } }
  }
}
"""


@pytest.fixture
def services(db: None) -> list[str]:
    """The slugs of 25 services in the order of the list: by name, then slug."""
    for n in reversed(range(25)):
        models.Service.objects.create(name=f"Nom {n // 2:02}", slug=f"s{n:02}")
    return [f"s{n:02}" for n in range(25)]


def page(ask: Ask, **variables: Any) -> dict[str, Any]:
    answer = ask(PAGE, **variables)
    assert "errors" not in answer, answer
    return answer["data"]["services"]


def slugs(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in page["edges"]]


def around(page: dict[str, Any]) -> tuple[bool, bool]:
    return page["pageInfo"]["hasPreviousPage"], page["pageInfo"]["hasNextPage"]


def test_the_first_page_has_twenty(services: list[str], ask: Ask) -> None:
    first = page(ask)

    assert slugs(first) == services[:20]
    assert first["totalCount"] == 25
    assert around(first) == (False, True)
    assert first["pageInfo"]["startCursor"] == first["edges"][0]["cursor"]
    assert first["pageInfo"]["endCursor"] == first["edges"][-1]["cursor"]


@pytest.mark.parametrize("size", [1, 7, 20, 100])
def test_pages_forwards_are_the_whole_list(services: list[str], ask: Ask, size: int) -> None:
    found, after = [], None
    for number in range(30):
        one = page(ask, first=size, after=after)
        found += slugs(one)
        assert around(one) == (number > 0, len(found) < 25)
        after = one["pageInfo"]["endCursor"]
        if not one["pageInfo"]["hasNextPage"]:
            break

    assert found == services


@pytest.mark.parametrize("size", [1, 7, 100])
def test_pages_backwards_are_the_whole_list(services: list[str], ask: Ask, size: int) -> None:
    found: list[str] = []
    before = None
    for number in range(30):
        one = page(ask, last=size, before=before)
        found = slugs(one) + found
        assert around(one) == (len(found) < 25, number > 0)
        before = one["pageInfo"]["startCursor"]
        if not one["pageInfo"]["hasPreviousPage"]:
            break

    assert found == services


def test_between_two_cursors(services: list[str], ask: Ask) -> None:
    edges = page(ask, first=100)["edges"]

    between = page(ask, after=edges[3]["cursor"], before=edges[6]["cursor"])

    assert slugs(between) == services[4:6]
    assert around(between) == (True, True)


def test_an_empty_page_still_knows_the_list(services: list[str], ask: Ask) -> None:
    last = page(ask, last=1)["pageInfo"]["endCursor"]

    beyond = page(ask, after=last)

    assert (slugs(beyond), beyond["totalCount"], around(beyond)) == ([], 25, (True, False))
    assert beyond["pageInfo"]["endCursor"] is None
    assert around(page(ask, first=0)) == (False, True)


def test_a_cursor_outlives_the_row_that_it_was_made_for(services: list[str], ask: Ask) -> None:
    cursor = page(ask, first=5)["pageInfo"]["endCursor"]
    models.Service.objects.filter(slug="s04").delete()

    assert slugs(page(ask, first=2, after=cursor)) == ["s05", "s06"]


def test_nothing_is_said_to_be_where_nothing_is(services: list[str], ask: Ask) -> None:
    """Cursors outside of the list, such as those of rows that are gone from its ends."""
    assert around(page(ask, after=encoded([build_sort_key("A"), "a"]))) == (False, True)
    assert around(page(ask, last=5, before=encoded([build_sort_key("Z"), "z"]))) == (True, False)


def test_a_cursor_holds_no_row_number(services: list[str], ask: Ask) -> None:
    cursor = page(ask, first=1)["pageInfo"]["endCursor"]

    assert json.loads(base64.urlsafe_b64decode(cursor)) == [build_sort_key("Nom 00"), "s00"]


def test_reports_are_the_latest_first(publish: Publish, ask: Ask) -> None:
    for year in (2022, 2024, 2023):
        publish(year)

    first = ask("report_list", first=2)["data"]["reports"]
    rest = ask("report_list", after=first["pageInfo"]["endCursor"])["data"]["reports"]

    assert [each["year"] for each in first["nodes"] + rest["nodes"]] == [2024, 2023, 2022]
    assert (first["totalCount"], rest["totalCount"]) == (3, 3)


def test_one_end_or_the_other(services: list[str], ask: Ask) -> None:
    (error,) = ask(PAGE, first=1, last=1)["errors"]

    assert error["message"] == "Ask for first or last, not both."
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}


def encoded(values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "é",
        "AAAA",
        encoded("Nom 00"),
        encoded(["Nom 00"]),
        encoded([None, None]),
        encoded(["a\0", "b"]),
        encoded({"a": 1, "b": 2}),
    ],
)
def test_a_cursor_that_is_none(services: list[str], ask: Ask, cursor: str) -> None:
    (error,) = ask(PAGE, after=cursor)["errors"]

    assert error["message"] == "This is no cursor: take one from an answer."
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}


@pytest.mark.parametrize("year", ["x", 1e400, [], 10**400])
def test_a_report_cursor_that_is_none(publish: Publish, ask: Ask, year: Any) -> None:
    publish(2024)

    errors = ask("report_list", after=encoded([year, "no uuid"]))["errors"]

    assert [error["extensions"] for error in errors] == [{"code": "BAD_USER_INPUT"}]


@pytest.mark.parametrize("year", [10**30, -(10**30), 2**40, 40_000, -1])
def test_a_cursor_of_a_year_that_no_report_can_have(publish: Publish, ask: Ask, year: int) -> None:
    key = publish(2024).translation_key
    answer = ask("report_list", after=encoded([year, str(key)]))

    if "errors" in answer:
        assert [error["extensions"] for error in answer["errors"]] == [{"code": "BAD_USER_INPUT"}]
    else:  # the years before that one
        assert answer["data"]["reports"]["totalCount"] == 1
    assert ("errors" in answer) or abs(year) < 10**30
