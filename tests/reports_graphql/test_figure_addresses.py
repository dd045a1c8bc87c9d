"""The addresses that the graph gives lead to the figures of a report, or of a version of it."""

import json
from typing import Any

import pytest
from django.test import RequestFactory

from reports.content.visibility.perspective import Perspective
from reports.core.figure_addresses import parse_address
from reports.publishing.figure_addresses import resolve_address
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .test_changes import act

pytestmark = pytest.mark.django_db

ADDRESSES = "figureAddresses { id figureId place }"


def resolve(address: str) -> Any:
    return resolve_address(parse_address(address), Perspective.public(RequestFactory().get("/")))


def correct(publish: Any) -> None:
    """Publish 35, then 36."""
    with act():
        page = publish(2024, stored(build.key_figures(("", "35", "investigations"))))
    page.body = json.dumps(stored(build.key_figures(("", "36", "investigations"))))
    with act():
        page.save()


def test_each_leads_to_its_figure(publish: Any, ask: Any) -> None:
    facts = build.key_figures(("", "35", "investigations"), ("", "12", "agents"))
    table = build.data_table(("Qui", "Combien"), ["Hommes", "12,5"], ["Autres", "aucun"])
    publish(2024, stored(facts, table))
    answer = ask(
        f"{{ report(year: 2024) {{ {ADDRESSES} body {{ ... on KeyFiguresBlock {{ figureGroups {{ "
        "facts { id } } } ... on DataTableBlock { rows { cells { id } } } } } }"
    )
    report = answer["data"]["report"]
    found = [resolve(each["id"]) for each in report["figureAddresses"]]

    assert [each.text for each in found] == ["35", "12", "12,5", "aucun"]
    assert [each["place"] for each in report["figureAddresses"]] == [each.words for each in found]
    figures, rows = report["body"]
    ids = [fact["id"] for group in figures["figureGroups"] for fact in group["facts"]]
    ids += [cell["id"] for row in rows["rows"] for cell in row["cells"]]
    assert [each["figureId"] for each in report["figureAddresses"]] == ids


def test_those_of_a_version_lead_into_it(publish: Any, ask: Any) -> None:
    correct(publish)
    answers = (
        ask(f"query ($v: Int) {{ report(year: 2024, version: $v) {{ {ADDRESSES} }} }}", v=version)
        for version in (2, None)
    )
    found = [
        resolve(each["id"])
        for answer in answers
        for each in answer["data"]["report"]["figureAddresses"]
    ]

    assert [each.text for each in found] == ["35", "36"]


def test_a_correction_has_the_address_of_what_it_changed(publish: Any, ask: Any) -> None:
    correct(publish)
    corrections = ask("{ report(year: 2024) { corrections { address sentence } } }")

    found = {
        each["sentence"]: each["address"] and resolve(each["address"]).text
        for each in corrections["data"]["report"]["corrections"]
    }

    assert found["Investigations\u00a0: 36 au lieu de 35"] == "36 investigations"
    assert found["Corrections de forme"] is None
