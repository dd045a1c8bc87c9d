"""Lists by what they are about, and in which order."""

import base64
import json
from types import SimpleNamespace
from typing import Any

import pytest

from reports import models

from .bodies import Body, block, item, row, table
from .conftest import Ask, Publish

SERVICES = """
query ($filter: ServiceFilter, $orderBy: ServiceOrder = NAME_ASC, $first: Int, $after: String) {
  services(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { slug } }
  }
}
"""


@pytest.fixture
def services(living: SimpleNamespace) -> None:
    """Mano of the incubator Fabrique, Aigle and Zoo of a hidden one, a draft."""
    hidden = models.Incubator.objects.create(name="Atelier", slug="atelier", live=False)
    for name, fields in (
        ("Aigle", {"phase": "alumni", "incubator": hidden}),
        ("Zoo", {"phase": "success", "incubator": hidden}),
        ("Brouillon", {"phase": "success", "incubator": living.incubator, "live": False}),
    ):
        models.Service.objects.create(name=name, slug=name.lower(), **fields)


def slugs(ask: Ask, **variables: Any) -> list[str]:
    answer = ask(SERVICES, **variables)
    assert "errors" not in answer, answer
    edges = answer["data"]["services"]["edges"]
    assert answer["data"]["services"]["totalCount"] == len(edges)
    return [edge["node"]["slug"] for edge in edges]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, ["aigle", "mano.beta", "zoo"]),
        ({}, ["aigle", "mano.beta", "zoo"]),
        ({"slugs": None, "phase": None}, ["aigle", "mano.beta", "zoo"]),
        ({"phase": "SUCCESS"}, ["mano.beta", "zoo"]),
        ({"incubator": "fabrique"}, ["mano.beta"]),
        ({"incubator": "atelier"}, []),
        ({"incubator": "absent"}, []),
        ({"slugs": ["zoo", "brouillon", "absent"]}, ["zoo"]),
        ({"slugs": []}, []),
        (
            {"slugs": ["zoo", "mano.beta"], "phase": "SUCCESS", "incubator": "fabrique"},
            ["mano.beta"],
        ),
    ],
)
def test_services_are_filtered(services: None, ask: Ask, given: Any, expected: list[str]) -> None:
    assert slugs(ask, filter=given) == expected


def naming(service: int, slug: str) -> Body:
    cells = table(10, ["Produit", "Montant"], row(1, "Zoo", "3 €", ref=slug))
    card = {"service": service, "name": "Mano", "facts": []}
    return [
        block(2, "impact_cards", {"cards": [item(3, card)]}),
        block(4, "funding_table", {"caption": "", "table": cells}),
    ]


def test_services_and_indicators_of_a_report(
    services: None, living: SimpleNamespace, publish: Publish, ask: Ask
) -> None:
    cells = table(20, ["", "Résultats 2024"], row(21, "Lancés", "", ref="lances"))
    table_of_indicators = block(22, "indicator_table", {"caption": "", "table": cells})
    page = publish(2024, [*naming(living.service.pk, "zoo"), table_of_indicators])
    publish(2023, naming(living.service.pk, "brouillon"))
    indicators = "{ indicators(report: 2024) { totalCount edges { node { code } } } }"

    assert slugs(ask, filter={"report": 2024}) == ["mano.beta", "zoo"]
    assert slugs(ask, filter={"report": 2023}) == ["mano.beta"]
    assert slugs(ask, filter={"report": 1999}) == []
    assert slugs(ask, filter={"report": -(2**31)}) == []
    assert ask(indicators)["data"]["indicators"] == {
        "totalCount": 1,
        "edges": [{"node": {"code": "lances"}}],
    }

    page.unpublish()
    assert slugs(ask, filter={"report": 2024}) == []
    assert ask(indicators)["data"]["indicators"]["totalCount"] == 0


def test_indicators_by_their_codes(living: SimpleNamespace, ask: Ask) -> None:
    models.Indicator.objects.create(name="Autre", code="autre", live=False)
    query = "query ($codes: [String!]) { indicators(codes: $codes) { edges { node { code } } } }"
    for codes, expected in (
        (None, ["lances"]),
        ([], []),
        (["autre", "lances"], ["lances"]),
        (["autre"], []),
    ):
        edges = ask(query, codes=codes)["data"]["indicators"]["edges"]
        assert [edge["node"]["code"] for edge in edges] == expected


def test_reports_between_two_years(publish: Publish, ask: Ask) -> None:
    for year in (2021, 2022, 2023, 2024):
        publish(year)
    query = """query ($from: Int, $to: Int) {
      reports(from: $from, to: $to) { totalCount edges { node { year } } }
    }"""
    for first, last, expected in (
        (2022, 2023, [2023, 2022]),
        (2023, None, [2024, 2023]),
        (None, 2021, [2021]),
        (2024, 2021, []),
        (None, 2**31 - 1, [2024, 2023, 2022, 2021]),
    ):
        reports = ask(query, **{"from": first, "to": last})["data"]["reports"]
        assert [edge["node"]["year"] for edge in reports["edges"]] == expected
        assert reports["totalCount"] == len(expected)


def test_orders_and_their_cursors(services: None, ask: Ask) -> None:
    down = ask(SERVICES, orderBy="NAME_DESC", first=2)["data"]["services"]["edges"]
    assert [edge["node"]["slug"] for edge in down] == ["zoo", "mano.beta"]
    up = ask(SERVICES, first=2)["data"]["services"]["edges"]
    assert [edge["node"]["slug"] for edge in up] == ["aigle", "mano.beta"]

    for order, edges, expected in (("NAME_DESC", down, "aigle"), ("NAME_ASC", up, "zoo")):
        rest = ask(SERVICES, orderBy=order, after=edges[-1]["cursor"])["data"]["services"]
        assert [edge["node"]["slug"] for edge in rest["edges"]] == [expected]
    for order, edges in (("NAME_ASC", down), ("NAME_DESC", up)):
        (error,) = ask(SERVICES, orderBy=order, after=edges[0]["cursor"])["errors"]
        assert error["message"].startswith("This cursor is of another order")
        assert error["extensions"]["code"] == "BAD_USER_INPUT"


def test_a_cursor_holds_within_a_filter(services: None, ask: Ask) -> None:
    given = {"phase": "SUCCESS"}
    (edge,) = ask(SERVICES, filter=given, first=1)["data"]["services"]["edges"]
    rest = ask(SERVICES, filter=given, after=edge["cursor"])["data"]["services"]["edges"]
    assert [each["node"]["slug"] for each in rest] == ["zoo"]


def test_a_mark_that_is_none(services: None, ask: Ask) -> None:
    for held in (["Zoo", "zoo", 1], ["Zoo", "zoo", "NAME_DESC", ""], ["Zoo"], {"a": 1}):
        cursor = base64.urlsafe_b64encode(json.dumps(held).encode()).decode()
        for order in ("NAME_ASC", "NAME_DESC"):
            (error,) = ask(SERVICES, orderBy=order, after=cursor)["errors"]
            assert error["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("query", "argument"),
    [
        (
            "query ($keys: [String!]) { services(filter: { slugs: $keys }) { totalCount } }",
            "filter.slugs",
        ),
        ("query ($keys: [String!]) { indicators(codes: $keys) { totalCount } }", "codes"),
    ],
)
def test_lists_of_keys_are_bounded(db: None, ask: Ask, query: str, argument: str) -> None:
    assert "errors" not in ask(query, keys=["a"] * 100)
    (error,) = ask(query, keys=["a"] * 101)["errors"]
    limit = {"code": "LIMIT_EXCEEDED", "limit": "page_size", "max": 100}
    assert error["extensions"] == {**limit, "argument": argument}
