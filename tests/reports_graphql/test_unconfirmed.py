"""A record that was chosen for another name is nobody's in the graph; what is printed stays."""

from typing import Any

import pytest

from reports import models
from reports.core.document.block_ids import derive_id

from .conftest import Ask, Publish

pytestmark = pytest.mark.django_db

QUERY = """{ report(year: 2024) { body {
  ... on IndicatorTableBlock { indicatorRows { name indicator { code } } }
  ... on FundingTableBlock { fundingRound { slug } awards { name service { slug } } }
  ... on ImpactCardsBlock { impactCards { name service { slug } } }
  ... on ServiceLinesBlock { serviceLines { name service { slug } } }
  ... on IncubatorListBlock { incubatorGroups { incubators { name incubator { slug } } } }
  ... on DefinitionsBlock { definitions { name term { slug } } }
} } service(slug: "mano") { mentions { name } } }"""


def body(chosen_for: str) -> list[dict[str, Any]]:
    """One block of each kind that refers to records, under the name « Nom »."""
    service = models.Service.objects.get().pk
    incubator, term = models.Incubator.objects.get().pk, models.Term.objects.get().pk
    named = {"name": "Nom", "reference_name": chosen_for}

    def table(ref: str) -> dict[str, Any]:
        cells = {"id": derive_id(ref), "cells": ["Nom", "12"], "ref": ref, "ref_name": chosen_for}
        columns = [{"id": "a", "heading": ""}, {"id": "b", "heading": "Résultats 2024"}]
        return {"columns": columns, "rows": [cells]}

    funding = {
        "caption": "Nom",
        "funding_round": models.FundingRound.objects.get().pk,
        "reference_name": chosen_for,
        "table": table("mano"),
    }
    blocks = {
        "indicator_table": {"caption": "", "table": table("agents")},
        "funding_table": funding,
        "impact_cards": {"cards": [{"service": service, "facts": [], **named}]},
        "service_lines": {"services": [{"service": service, **named}]},
        "incubator_list": {"groups": [{"incubators": [{"incubator": incubator, **named}]}]},
        "definitions": {"items": [{"term": term, "definition": "<p>Sens.</p>", **named}]},
    }
    return [{"type": kind, "value": value, "id": derive_id(kind)} for kind, value in blocks.items()]


@pytest.fixture(autouse=True)
def records(db: None) -> None:
    models.Service.objects.create(name="Mano", slug="mano")
    models.Indicator.objects.create(name="Agents", code="agents")
    models.Incubator.objects.create(name="Fabrique", slug="fabrique")
    models.FundingRound.objects.create(name="Promo 1", slug="promo-1", year=2024)
    models.Term.objects.create(name="Terme", slug="terme")


def references(answer: dict[str, Any]) -> list[Any]:
    """The records that an answer names, in order."""
    if isinstance(answer, list):
        return [found for each in answer for found in references(each)]
    found = []
    for name, value in answer.items():
        if name in ("indicator", "service", "incubator", "term", "fundingRound"):
            found.append(value and next(iter(value.values())))
        elif isinstance(value, dict | list):
            found += references(value)
    return found


def names(answer: Any) -> int:
    return str(answer).count("'name': 'Nom'")


def test_a_confirmed_record_is_there(ask: Ask, publish: Publish) -> None:
    publish(2024, body("NOM (1)"))
    answer = ask(QUERY)
    data = answer.get("data", answer)
    assert references(data["report"]) == [
        *("agents", "promo-1", "mano", "mano", "mano", "fabrique", "terme")
    ]
    assert data["service"]["mentions"] == [{"name": "Nom"}] * 3


def test_an_unconfirmed_record_is_not_there(ask: Ask, publish: Publish) -> None:
    publish(2024, body("Un autre"))
    answer = ask(QUERY)
    data = answer.get("data", answer)
    assert references(data["report"]) == [None] * 7
    assert names(data["report"]) == 6
    assert data["service"]["mentions"] == []
    assert not models.Observation.objects.exists()
