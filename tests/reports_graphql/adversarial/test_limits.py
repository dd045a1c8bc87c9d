"""Each limit: accepted at n, refused at n + 1, by every way to reach it, and a setting."""

from typing import Any

import pytest
from django.test import Client

from reports_graphql.errors import Refusal
from reports_graphql.query_limits.limits import Limits
from reports_graphql.schema import schema

from ..conftest import QUERIES
from .bounds import BOUNDS, Way
from .field_paths import check, check_setting, ways


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "most", "reach"), ways(BOUNDS))
def test_n_is_answered_and_one_more_is_not(
    client: Client, name: str, most: int, reach: Way
) -> None:
    check(client, name, most, reach)


@pytest.mark.parametrize("name", [name for name in BOUNDS if name != "page_size"])
def test_a_limit_is_a_setting(settings: Any, name: str) -> None:
    check_setting(settings, BOUNDS, name)


COSTLY = {
    "a literal": ("{ services(first: 50) { edges { node { id } } } }", {}),
    "a variable": ("query ($n: Int) { services(first: $n) { edges { node { id } } } }", {"n": 50}),
    "a default": ("query ($n: Int = 50) { services(first: $n) { edges { node { id } } } }", {}),
    "a fragment": (
        "query ($n: Int) { services(first: $n) { ...A } } "
        "fragment A on ServiceConnection { edges { ...B } } "
        "fragment B on ServiceEdge { node { id } }",
        {"n": 50},
    ),
    "an alias": ("{ a: services(first: 50) { b: edges { c: node { d: id } } } }", {}),
    "two pages": (
        "{ services(first: 20) { edges { node { id } } } "
        "a: services(last: 20) { edges { node { id } } } }",
        {},
    ),
}


@pytest.mark.parametrize("way", COSTLY)
def test_a_cost_is_answered_up_to_the_limit(settings: Any, way: str) -> None:
    query, variables = COSTLY[way]
    cost = schema.prepare(query, variables).cost

    settings.GRAPHQL_MAX_COST = cost
    assert schema.prepare(query, variables).cost == cost

    settings.GRAPHQL_MAX_COST = cost - 1
    with pytest.raises(Refusal) as refusal:
        schema.prepare(query, variables)
    assert refusal.value.extensions["limit"] == "cost"


def test_a_page_costs_what_it_holds() -> None:
    costs = {way: schema.prepare(*COSTLY[way]).cost for way in COSTLY}

    single = {way: cost for way, cost in costs.items() if way != "two pages"}
    assert len(set(single.values())) == 1, single
    query, _ = COSTLY["a variable"]
    assert schema.prepare(query, {"n": 51}).cost == costs["a variable"] + 2  # an edge and its node


LISTS = ("reports", "services", "incubators", "indicators", "fundingRounds")
LONGEST_DOCUMENT = (
    "{"
    + " ".join(f"{name}(first: 100) {{ edges {{ node {{ id }} }} }}" for name in LISTS)
    + " a: services(first: 100) { nodes { mentions { figures { figure { raw } } } } } }"
)
MENU = """{ site { rootPage {
    children { nodes { title children { nodes { title children { nodes { title } } } } } }
} } }"""


@pytest.mark.parametrize(("text", "item"), [(LONGEST_DOCUMENT, "Service"), (MENU, "PageInterface")])
def test_lists_cost_no_more_than_what_exists(text: str, item: str) -> None:
    few = schema.prepare(text, count_existing=lambda _: {item: 7})
    assert few.cost <= 5_000

    for existing in (None, lambda _: None, lambda _: {item: 20_000}):
        with pytest.raises(Refusal) as refusal:
            schema.prepare(text, count_existing=existing)
        extensions = refusal.value.extensions
        assert extensions["estimate"] > extensions["max"] == 5_000
        assert extensions["largest"] in refusal.value.message


def menu(levels: int) -> str:
    below = "title"
    for _ in range(levels):
        below = f"title children(first: 20) {{ nodes {{ {below} }} }}"
    return f"{{ site {{ rootPage {{ {below} }} }} }}"


def test_a_deeper_menu_costs_no_less() -> None:
    """What would be refused is not the only one that is estimated with real numbers."""
    existing = {"PageInterface": 9}
    costs = [schema.prepare(menu(n), count_existing=lambda _: existing).cost for n in (1, 2, 3)]
    assert costs == sorted(costs)
    assert costs[-1] < 1_000
    assert schema.prepare(menu(2)).cost > costs[1]


def test_numbers_are_asked_for_where_they_could_matter() -> None:
    asked: list[bool] = []

    def count(is_needed: bool) -> dict[str, int]:
        asked.append(is_needed)
        return {"PageInterface": 9}

    for text in ("{ report(year: 2024) { title } }", menu(1), menu(4)):
        schema.prepare(text, count_existing=count)
    assert asked == [False, True]


def test_two_whole_reports_pass_for_they_are_read_together() -> None:
    text = (QUERIES / "report.graphql").read_text()
    one = schema.prepare(text, {"year": 2024}).estimate
    query, _, rest = text.partition("  report(year: $year, version: $version) {\n")
    selected, _, fragments = rest.partition("\n  }\n}\n")
    both_years = "a: report(year: 2023) { ...W } b: report(year: 2024) { ...W }"
    two = f"query ($links: Boolean = false) {{ {both_years} }} {fragments}"
    both = schema.prepare(f"{two} fragment W on Report {{ {selected} }}").estimate

    assert query
    assert both.statements == one.statements
    assert both.total <= 5_000


def test_a_body_of_exactly_the_limit_is_read(client: Client) -> None:
    most = Limits.of_settings() and 65_536
    frame = b'{"query": "{ __typename }%s"}'
    body = frame % (b" " * (most - len(frame) + 2))
    assert len(body) == most

    assert client.post("/graphql/", body, content_type="application/json").status_code == 200
    assert client.post("/graphql/", body + b" ", content_type="application/json").status_code == 413
