"""A list is asked for again with other values: its statement is compiled once."""

from collections.abc import Iterator
from typing import Any

import pytest

from reports import models
from reports.content.visibility.reader import STATEMENTS

from .conftest import Ask

PAGE = "query ($after: String) { services(first: 2, after: $after) { edges { cursor } } }"
MENTIONS = "query ($of: String!) { mentions(service: $of) { totalCount } }"
FILTER = "query ($filter: ServiceFilter) { services(filter: $filter) { nodes { slug } } }"
CODES = "query ($codes: [String!]) { indicators(codes: $codes) { nodes { code } } }"
YEARS = "query ($from: Int) { reports(from: $from) { nodes { year } } }"
SEARCH = (
    'query ($after: String) { search(query: "nom", first: 2, after: $after) { edges { cursor } } }'
)


@pytest.fixture(autouse=True)
def _nothing_compiled() -> Iterator[None]:
    STATEMENTS.clear()
    yield
    STATEMENTS.clear()


@pytest.fixture
def services(db: None) -> None:
    for number in range(8):
        name = f"Nom {number}"
        models.Service.objects.create(name=name, slug=f"s{number}", mission="Un nom de service.")


def count_compiled(ask: Ask, query: str, **variables: Any) -> int:
    """Ask, and return how many statements have been compiled so far."""
    assert "errors" not in ask(query, **variables)
    return len(STATEMENTS.kept)


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("query", "one", "other"),
    [
        (MENTIONS, {"of": "s1"}, {"of": "s2"}),
        (FILTER, {"filter": {"slugs": ["s1", "s2"]}}, {"filter": {"slugs": ["s3", "s4"]}}),
        (FILTER, {"filter": {"incubator": "un"}}, {"filter": {"incubator": "deux"}}),
        (FILTER, {"filter": {"report": 2023}}, {"filter": {"report": 2_147_483_647}}),
        (CODES, {"codes": ["un"]}, {"codes": ["deux"]}),
        (YEARS, {"from": 2023}, {"from": -2_147_483_648}),
    ],
)
def test_other_values_are_the_same_statement(
    ask: Ask, query: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    first = count_compiled(ask, query, **one)
    assert first > 0
    assert count_compiled(ask, query, **other) == first


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize("query", [PAGE, SEARCH])
def test_pages_after_the_first_are_one_statement(ask: Ask, query: str) -> None:
    field = "search" if "search" in query else "services"
    counts, after, seen = [], None, 0
    for _ in range(4):
        edges = ask(query, after=after)["data"][field]["edges"]
        after, seen = edges[-1]["cursor"], seen + len(edges)
        counts.append(len(STATEMENTS.kept))
    assert seen == 8
    assert counts[0] < counts[1]
    assert counts[1:] == [counts[1]] * 3


@pytest.mark.usefixtures("services")
def test_other_numbers_of_values_are_few_statements(ask: Ask) -> None:
    counts = [
        count_compiled(ask, FILTER, filter={"slugs": [f"s{n}" for n in range(size)]})
        for size in (5, 6, 7, 8)
    ]
    assert counts == counts[:1] * 4
