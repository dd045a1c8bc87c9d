"""`service.graphql`: a service today, and what the reports printed of it."""

from types import SimpleNamespace
from typing import Any

import pytest

from reports import models
from reports.core.document import read
from reports.core.document.mentions import list_mentions
from reports_graphql.enums import MentionKind

from .bodies import Body, fact, uid
from .bodies import every_block as every_block_with
from .conftest import Ask, Publish


def test_a_service_as_it_is_today(living: SimpleNamespace, ask: Ask) -> None:
    service = ask("service", slug="mano.beta")["data"]["service"]

    assert service == {
        "id": "mano.beta",
        "slug": "mano.beta",
        "name": "Mano",
        "mission": "",
        "phase": "SUCCESS",
        "phaseLabel": "Pérennisé",
        "url": None,
        "statsUrl": None,
        "budgetUrl": None,
        "incubator": {"id": "fabrique", "slug": "fabrique", "name": "Fabrique", "owner": "ANCT"},
    }


def test_a_blank_phase_is_null(living: SimpleNamespace, ask: Ask) -> None:
    living.service.phase = ""
    living.service.save()

    service = ask("service", slug="mano.beta")["data"]["service"]

    assert (service["phase"], service["phaseLabel"]) == (None, None)


@pytest.mark.parametrize(
    ("stored", "given"),
    [
        ("https://mano.example/", "https://mano.example/"),
        (" HTTP://mano.example?a=b ", "HTTP://mano.example?a=b"),
        *((address, None) for address in ("", "/mano", "#mano", "mailto:a@mano.example")),
        *((address, None) for address in ("mano.example", "https://", "//mano.example")),
    ],
)
def test_an_address_is_complete_or_null(
    living: SimpleNamespace, ask: Ask, stored: str, given: str | None
) -> None:
    addresses = {"url": stored, "stats_url": stored, "budget_url": stored}
    models.Service.objects.filter(pk=living.service.pk).update(**addresses)

    service = ask("service", slug="mano.beta")["data"]["service"]

    assert [service[name] for name in ("url", "statsUrl", "budgetUrl")] == [given] * 3


def test_mentions(living: SimpleNamespace, every_block: Body, publish: Publish, ask: Ask) -> None:
    publish(2023, every_block[-6:-5])
    page = publish(2024, every_block)

    mentions = ask("service", slug="mano.beta")["data"]["mentions"]["nodes"]

    assert [(m["report"]["year"], m["kind"], m["block"], m["id"]) for m in mentions] == [
        (2024, "AWARD", uid(13), uid(1301)),
        (2024, "IMPACT_CARD", uid(17), uid(1701)),
        (2024, "COMPARISON_CARD", uid(18), uid(1801)),
        (2024, "SERVICE_LINE", uid(19), uid(1901)),
        (2023, "IMPACT_CARD", uid(17), uid(1701)),
    ]
    award, impact, comparison, line, earlier = mentions
    assert award["report"] == {
        "id": str(page.translation_key),
        "year": 2024,
        "title": "Bilan 2024",
        "path": "/bilan/2024/",
    }
    assert [(m["name"], m["anchor"], m["path"]) for m in (award, earlier)] == [
        ("MANO", "tableaux", "/bilan/2024/#tableaux"),
        ("MANO", "", "/bilan/2023/"),
    ]
    assert [stated(m["figures"]) for m in mentions] == [
        ["Montant 100000 "],
        [" 442 organisations"],
        [" 300 agents", " 47 d’agents"],
        [],
        [" 442 organisations"],
    ]
    assert [m["card"] and m["card"]["__typename"] for m in mentions] == [
        *(None, "ImpactCard", "ComparisonCard", None, "ImpactCard")
    ]
    assert (impact["card"]["mission"], impact["card"]["status"]) == ("Aider.", "Pérennisé")
    assert stated(impact["card"]["facts"]) == [" 442 organisations"]
    (period,) = comparison["card"]["periods"]
    assert (period["heading"], stated(period["facts"])) == ("En 2023", [" 300 agents"])
    assert comparison["card"]["growth"]["figure"]["raw"] == fact("+47 %")["figure"]
    assert line["name"] == "MANO"


KEYS = dict.fromkeys(("service", "incubator", "funding_round", "term", "picture", "document"), 7)


def stated(facts: list[dict[str, Any]]) -> list[str]:
    return [f"{each['before']} {each['figure']['value']} {each['after']}" for each in facts]


def test_every_block_that_can_name_a_service_has_a_kind() -> None:
    """A new one wants a value of `MentionKind`."""
    mentions = list_mentions(read(every_block_with(KEYS)))
    assert {m.kind for m in mentions if m.refers_to == "service"} == {
        kind.value for kind in MentionKind
    }


def test_services_of_an_incubator_and_awards_of_a_round(
    living: SimpleNamespace, every_block: Body, publish: Publish, ask: Ask
) -> None:
    models.Service.objects.create(name="Aigle", slug="aigle", incubator=living.incubator)
    models.Service.objects.create(
        name="Brouillon", slug="brouillon", incubator=living.incubator, live=False
    )
    publish(2024, every_block)

    data = ask(
        """{ incubator(slug: "fabrique") { name services { slug incubator { slug } } }
        incubators { edges { node { services { slug } } } }
        fundingRound(slug: "fast-7") {
          name awards {
            id block anchor path report { year } award { name amount { text } service { slug } }
          }
        }
        term(slug: "incubateur") { name }
        terms { edges { node { slug } } } }"""
    )["data"]

    slugs = [{"slug": "aigle"}, {"slug": "mano.beta"}]
    assert data["incubator"] == {
        "name": "Fabrique",
        "services": [{**each, "incubator": {"slug": "fabrique"}} for each in slugs],
    }
    assert data["incubators"]["edges"] == [{"node": {"services": slugs}}]
    assert data["fundingRound"] == {
        "name": "FAST 7",
        "awards": [
            {
                "id": uid(1301),
                "block": uid(13),
                "anchor": "tableaux",
                "path": "/bilan/2024/#tableaux",
                "report": {"year": 2024},
                "award": {
                    "name": "MANO",
                    "amount": {"text": "100\u202f000\u00a0€"},
                    "service": {"slug": "mano.beta"},
                },
            }
        ],
    }
    assert data["term"] == {"name": "Incubateur"}
    assert data["terms"]["edges"] == [{"node": {"slug": "incubateur"}}]


def test_an_unknown_slug_is_null(db: None, ask: Ask) -> None:
    data = ask("service", slug="rien")["data"]
    assert (data["service"], data["mentions"]["nodes"]) == (None, [])


@pytest.mark.parametrize("count", [1, 3])
def test_mentions_of_the_root_are_those_of_the_service_page_by_page(
    living: SimpleNamespace, every_block: Body, publish: Publish, ask: Ask, count: int
) -> None:
    publish(2023, every_block)
    publish(2024, every_block)
    query = """query($first: Int, $after: String) {
      service(slug: "mano.beta") { mentions { id report { year } } }
      mentions(service: "mano.beta", first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id report { year } }
      }
    }"""
    found, after, more = [], None, True
    while more:
        data = ask(query, first=count, after=after)["data"]
        found += data["mentions"]["nodes"]
        more, after = data["mentions"]["pageInfo"].values()
    assert found == data["service"]["mentions"]
    assert len(found) == data["mentions"]["totalCount"] == 8
