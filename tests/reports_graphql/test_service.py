"""`service.graphql`: a service today, and what the reports printed of it."""

from types import SimpleNamespace
from typing import Any

import pytest

from reports import models

from .bodies import Body, fact, uid
from .conftest import Ask, Publish


def test_a_service_as_it_is_today(living: SimpleNamespace, ask: Ask) -> None:
    service = ask("service", slug="mano.beta")["data"]["service"]

    assert service == {
        "id": "mano.beta",
        "slug": "mano.beta",
        "name": "Mano",
        "mission": "",
        "phase": "SUCCESS",
        "url": None,
        "statsUrl": None,
        "budgetUrl": None,
        "incubator": {"id": "fabrique", "slug": "fabrique", "name": "Fabrique", "owner": "ANCT"},
        "appearances": [],
    }


def test_a_blank_phase_is_null(living: SimpleNamespace, ask: Ask) -> None:
    living.service.phase = ""
    living.service.save()

    assert ask("service", slug="mano.beta")["data"]["service"]["phase"] is None


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


def test_appearances(
    living: SimpleNamespace, every_block: Body, publish: Publish, ask: Ask
) -> None:
    publish(2023, every_block[-6:-5])
    page = publish(2024, every_block)

    appearances = ask("service", slug="mano.beta")["data"]["service"]["appearances"]

    assert [(a["report"]["year"], a["block"], a["id"]) for a in appearances] == [
        (2024, uid(17), uid(1701)),
        (2024, uid(18), uid(1801)),
        (2023, uid(17), uid(1701)),
    ]
    impact, comparison, _ = appearances
    assert impact["report"] == {
        "id": str(page.translation_key),
        "year": 2024,
        "title": "Bilan 2024",
        "path": "/bilan/2024/",
    }
    assert (impact["name"], impact["mission"], impact["status"], impact["growth"]) == (
        "MANO",
        "Aider.",
        "Pérennisé",
        None,
    )
    assert stated(impact) == [(f"{uid(1701)}-facts", "Son impact", ["442 organisations"])]
    assert stated(comparison) == [(uid(1802), "En 2023", ["300 agents"])]
    places = [(a["anchor"], a["path"]) for a in appearances]
    assert places == [
        ("tableaux", "/bilan/2024/#tableaux"),
        ("tableaux", "/bilan/2024/#tableaux"),
        ("", "/bilan/2023/"),
    ]
    assert (comparison["status"], comparison["growth"]["id"]) == ("", f"{uid(1801)}-growth")
    assert comparison["growth"]["figure"]["raw"] == fact("+47 %")["figure"]


def stated(appearance: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    return [
        (p["id"], p["heading"], [f"{f['figure']['value']} {f['after']}" for f in p["facts"]])
        for p in appearance["periods"]
    ]


def test_an_unknown_slug_is_null(db: None, ask: Ask) -> None:
    assert ask("service", slug="rien") == {"data": {"service": None}}
