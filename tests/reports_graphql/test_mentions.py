"""Mentions are those of public reports today: beside drafts, below versions, of hidden records."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from reports import models
from reports.publishing.previews import links

from .bodies import Body, block, item, row, table, uid
from .conftest import Ask, Publish

MENTIONS = """
  mentions { id kind report { year } figures { figure { raw } } card { ...Card } }
"""
CARD = """
fragment Card on ServiceCard {
  ... on ImpactCard { name service { slug } } ... on ComparisonCard { name }
}
"""
SERVICE = f'{{ service(slug: "mano.beta") {{ {MENTIONS} }} }} {CARD}'


def card(number: int, service: int, figure: str, **fields: Any) -> dict[str, Any]:
    facts = [item(number + 1, {"before": "", "figure": figure, "after": "agents", "url": ""})]
    return item(number, {"service": service, "name": "MANO", "facts": facts, **fields})


def cards(*each: dict[str, Any]) -> Body:
    return [block(70, "impact_cards", {"cards": list(each)})]


def listed(answer: dict[str, Any]) -> list[tuple[int, str, list[str]]]:
    assert "errors" not in answer, answer
    return [
        (m["report"]["year"], m["kind"], [f["figure"]["raw"] for f in m["figures"]])
        for m in answer["data"]["service"]["mentions"]
    ]


def test_a_draft_mentions_nothing_yet(
    living: SimpleNamespace, publish: Publish, client: Client
) -> None:
    page = publish(2024, cards(card(71, living.service.pk, "12")))
    page.body = [("impact_cards", {"cards": []})]
    page.save_revision()
    user = models.User.objects.create_superuser("linker")
    token = links.build_token(links.make_review(user, page, 7, ""))

    for headers in ({}, {"X-Preview-Token": token}):
        answer = client.post(
            "/graphql/", {"query": SERVICE}, content_type="application/json", headers=headers
        ).json()
        assert listed(answer) == [(2024, "IMPACT_CARD", ["12"])]


def test_below_a_version_mentions_and_awards_are_those_of_today(
    living: SimpleNamespace, every_block: Body, publish: Publish, ask: Ask
) -> None:
    page = publish(2024, every_block)
    other = models.Service.objects.create(name="Neuf", slug="neuf")
    cells = table(80, ["Produit", "Montant"], row(81, "Neuf", "9 €", ref="neuf"))
    round = {"caption": "", "funding_round": living.funding_round.pk, "table": cells}
    publish(2025, [*cards(card(71, living.service.pk, "13")), block(82, "funding_table", round)])
    document = f"""query ($version: Int) {{ report(year: 2024, version: $version) {{ body {{
      ... on ServiceLinesBlock {{ serviceLines {{ service {{ {MENTIONS} }} }} }}
      ... on FundingTableBlock {{
        fundingRound {{ awards {{ report {{ year }} award {{ service {{ slug }} }} }} }}
      }}
    }} }} }} {CARD}"""

    last = models.ReportVersion.objects.filter(report_key=page.translation_key).last()
    assert last
    then = ask(document, version=last.number)["data"]["report"]["body"]
    today = ask(document)["data"]["report"]["body"]

    assert then == today
    (lines,) = [each["serviceLines"] for each in then if "serviceLines" in each]
    assert [m["report"]["year"] for m in lines[0]["service"]["mentions"]] == [2025, *[2024] * 4]
    (awarded,) = [each["fundingRound"]["awards"] for each in then if "fundingRound" in each]
    assert [(a["report"]["year"], a["award"]["service"]) for a in awarded] == [
        (2025, {"slug": other.slug}),
        (2024, {"slug": "mano.beta"}),
    ]


def test_hidden_reports_and_records_mention_nothing(
    living: SimpleNamespace, publish: Publish, ask: Ask
) -> None:
    publish(2023, cards(card(71, living.service.pk, "11")))
    page = publish(2024, cards(card(71, living.service.pk, "12")))
    assert [year for year, *_ in listed(ask(SERVICE))] == [2024, 2023]

    page.unpublish()
    assert listed(ask(SERVICE)) == [(2023, "IMPACT_CARD", ["11"])]

    models.Service.objects.update(live=False)
    assert ask(SERVICE) == {"data": {"service": None}}


def test_an_award_without_a_record_is_listed(
    living: SimpleNamespace, publish: Publish, ask: Ask
) -> None:
    rows = row(81, "Inconnu", "9 €"), row(82, "Caché", "8 €", ref="cache")
    models.Service.objects.create(name="Caché", slug="cache", live=False)
    cells = table(80, ["Produit", "Montant"], *rows)
    round = {"caption": "", "funding_round": living.funding_round.pk, "table": cells}
    publish(2024, [block(83, "funding_table", round)])

    query = """{ fundingRound(slug: "fast-7") { awards { id award { name service { slug } } } } }"""
    assert ask(query)["data"]["fundingRound"]["awards"] == [
        {"id": uid(81), "award": {"name": "Inconnu", "service": None}},
        {"id": uid(82), "award": {"name": "Caché", "service": None}},
    ]


@pytest.mark.parametrize("count", [1, 10])
def test_statements_do_not_grow(
    living: SimpleNamespace, publish: Publish, ask: Ask, django_assert_num_queries: Any, count: int
) -> None:
    made = [
        models.Service.objects.create(name=f"S{n}", slug=f"s{n}", incubator=living.incubator)
        for n in range(count)
    ]
    for year in range(2010, 2010 + count):
        rows = (row(200 + n, f"S{n}", "3 €", ref=f"s{n}") for n in range(count))
        round = {
            "caption": "",
            "funding_round": living.funding_round.pk,
            "table": table(90, ["Produit", "Montant"], *rows),
        }
        printed = (card(100 + 2 * n, each.pk, "12") for n, each in enumerate(made))
        publish(year, [*cards(*printed), block(91, "funding_table", round)])

    # the site, the services, their incubators; mentions, their reports, what these print; services
    with django_assert_num_queries(7):
        nodes = f"nodes {{ slug incubator {{ slug }} {MENTIONS} }}"
        answer = ask(f"{{ services(first: 20) {{ {nodes} }} }} {CARD}")
    by_slug = {each["slug"]: each["mentions"] for each in answer["data"]["services"]["nodes"]}
    assert {len(by_slug[each.slug]) for each in made} == {2 * count}
    with django_assert_num_queries(6):  # the site, the round, its mentions; services
        ask("{ fundingRounds { nodes { awards { path award { service { slug } } } } } }")
    with django_assert_num_queries(5):  # the site, incubators, services, mentions, reports
        ask("{ incubators { nodes { services { mentions { path } } } } }")


def test_all_tables_of_a_round_are_given_page_by_page(
    living: SimpleNamespace, publish: Publish, ask: Ask
) -> None:
    for year in (2022, 2023, 2024):
        cells = table(80, ["Produit", "Montant"], row(81, f"Produit {year}", "9 €"))
        round = {"caption": f"FAST {year}", "funding_round": living.funding_round.pk}
        publish(year, [block(83, "funding_table", {**round, "table": cells})])

    query = """query ($after: String) {
      fundingTables(fundingRound: "fast-7", first: 2, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id caption path report { year } awards { name } }
      }
    }"""
    first = ask(query)["data"]["fundingTables"]
    rest = ask(query, after=first["pageInfo"]["endCursor"])["data"]["fundingTables"]

    assert [first["totalCount"], rest["totalCount"]] == [3, 3]
    assert [first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]] == [True, False]
    assert [(each["report"]["year"], each["caption"]) for each in first["nodes"]] == [
        (2024, "FAST 2024"),
        (2023, "FAST 2023"),
    ]
    (last,) = rest["nodes"]
    assert last["awards"] == [{"name": "Produit 2022"}]
    assert last["id"] == uid(83)
    assert last["path"].startswith("/bilan/2022/")
    unknown = ask('{ fundingTables(fundingRound: "inconnue") { totalCount nodes { id } } }')
    assert unknown["data"]["fundingTables"] == {"totalCount": 0, "nodes": []}
