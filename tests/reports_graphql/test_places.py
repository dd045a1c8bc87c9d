"""Where blocks and reports stand, by every way that leads to them."""

from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports import models

from .bodies import block, item
from .conftest import Ask, Publish

BODY = [
    block(1, "paragraph", {"text": "<p>Avant.</p>"}),
    block(2, "heading", {"text": "Impact", "level": "2", "anchor": "impact"}),
    block(3, "paragraph", {"text": "<p>Après.</p>"}),
]
BLOCKS = "body { ... on Block { id section anchor path } }"


def test_a_block_says_where_it_stands(publish: Publish, ask: Ask) -> None:
    publish(2024, BODY)

    before, heading, after = ask(f"{{ report(year: 2024) {{ {BLOCKS} }} }}")["data"]["report"][
        "body"
    ]

    assert (before["section"], before["anchor"]) == (None, before["id"])
    assert before["path"] == f"/bilan/2024/#{before['id']}"
    assert (heading["anchor"], heading["path"]) == ("impact", "/bilan/2024/#impact")
    assert (after["section"], after["anchor"]) == (heading["id"], after["id"])


def test_copies_of_a_body_stand_on_their_own_pages(publish: Publish, ask: Ask) -> None:
    publish(2023, BODY)
    publish(2024, BODY)

    answer = ask(f"{{ reports {{ nodes {{ year {BLOCKS} }} }} }}")

    for report in answer["data"]["reports"]["nodes"]:
        assert [block["path"].partition("#")[0] for block in report["body"]] == [
            f"/bilan/{report['year']}/"
        ] * 3


def test_a_version_leads_to_itself_and_its_neighbours_to_today(
    publish: Publish, ask: Ask, living: SimpleNamespace
) -> None:
    cards = {"cards": [item(1, {"service": living.service.pk, "name": "Mano", "facts": []})]}
    body = [*BODY, block(4, "impact_cards", cards)]
    publish(2023, body)
    publish(2024, body)
    models.Service.objects.update(name="Renommé")
    cards_of = "... on ImpactCardsBlock { impactCards { service { name } } }"
    service = f"body {{ ... on Block {{ path }} {cards_of} }}"

    report = ask(
        f"{{ report(year: 2024, version: 2) {{ {service} previous {{ year {service} }} }} }}"
    )["data"]["report"]

    def seen(read: dict[str, Any]) -> tuple[str, str]:
        return read["body"][1]["path"], read["body"][3]["impactCards"][0]["service"]["name"]

    assert seen(report) == ("/bilan/2024/v/2/#impact", living.service.name)
    assert seen(report["previous"]) == ("/bilan/2023/#impact", "Renommé")


def test_the_bodies_of_a_list_are_read_at_once(
    publish: Publish, ask: Ask, living: SimpleNamespace, django_assert_num_queries: Any
) -> None:
    cards = {"cards": [item(1, {"service": living.service.pk, "name": "Mano", "facts": []})]}
    for year in range(2020, 2025):
        publish(year, [block(4, "impact_cards", cards)])
    query = """{ reports { nodes {
      body { ... on ImpactCardsBlock { impactCards { service { slug } } } }
    } } }"""

    with django_assert_num_queries(4):  # the site, the reports, their bodies, the services
        answer = ask(query)

    assert len(answer["data"]["reports"]["nodes"]) == 5


def test_neighbours_of_neighbours_are_read_once(publish: Publish, ask: Ask) -> None:
    for year in (2020, 2021, 2022, 2023):
        publish(year, BODY)
    query = (
        "{ report(year: 2023) { previous { previous { previous { year previous { year } } } } } }"
    )

    with CaptureQueriesContext(connection) as captured:
        answer = ask(query)

    oldest = answer["data"]["report"]["previous"]["previous"]["previous"]
    assert oldest == {"year": 2020, "previous": None}
    assert len(captured) == 3  # the site, the report, all reports in brief
