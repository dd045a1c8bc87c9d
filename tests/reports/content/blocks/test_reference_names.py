"""A reference holds for the name that it was chosen for, whoever writes it and however."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import querydict_from_html

from reports.authoring.rollforward.body import roll_body
from reports.authoring.rollforward.labels import Step
from reports.content.folding.bodies import ReportBody
from reports.content.models import (
    AnnualReportPage,
    HomePage,
    Indicator,
    Observation,
    ReportIndexPage,
    Service,
    User,
)
from reports.content.records.reference_names import ReferenceNames
from reports.content.tables import Cell, Row, Table
from reports.core.changes.document_changes import DocumentComparison
from reports.core.document import read
from reports.core.document.block_ids import derive_id
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.traversal import visit_document
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db
BODY = ReportBody()
ROW = derive_id("row")


def row(head: str, ref: str = "agents", **more: Any) -> dict[str, Any]:
    return {"id": ROW, "cells": [head, "12"], "ref": ref, **more}


def table(*rows: dict[str, Any]) -> dict[str, Any]:
    columns = [{"id": "a", "heading": "Indicateurs"}, {"id": "b", "heading": "Résultats 2024"}]
    return {"columns": columns, "rows": list(rows)}


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": derive_id(kind)}


def card(service: int, name: str, **more: Any) -> dict[str, Any]:
    value = {"service": service, "name": name, "mission": "Aider.", "facts": [], **more}
    return block("impact_cards", {"cards": [{"type": "item", "value": value, "id": "card-1"}]})


def confirmed_key(stored: dict[str, Any]) -> Any:
    """Return the confirmed reference of the one node of a stored block that names a record."""
    visits = visit_document(read([stored]))
    (node,) = (visit.node for visit in visits if visit.name == "reference_name")
    return confirmed_reference(node)


@pytest.fixture
def mano() -> Service:
    return Service.objects.create(name="Mano", slug="mano")


@pytest.fixture
def page(mano: Service) -> AnnualReportPage:
    """A published report, stored as a version did that knew no names of references."""
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Accueil", slug="accueil"))
    Site.objects.update(root_page=home)
    index = home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))
    Indicator.objects.create(code="agents", name="Agents publics")
    body = [
        block("indicator_table", {"caption": "", "table": table(row("Agents"))}),
        card(mano.pk, "MANO"),
    ]
    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024)
    index.add_child(instance=page)
    page.body = json.dumps(body)
    publish_answered(page.save_revision(clean=False))
    return AnnualReportPage.objects.get()


def test_a_row_that_stores_no_name_is_confirmed_and_stores_one_from_then_on() -> None:
    old = Table.from_stored(table(row("Agents")))
    assert old.rows[0].is_confirmed
    assert old.stored["rows"][0] == row("Agents", ref_name="Agents")
    renamed = replace(old.rows[0], cells=(Cell("Produits"), Cell("12")))
    assert (renamed.ref, renamed.confirmed_ref) == ("agents", "")


def test_a_row_without_a_record_stores_nothing_but_that_it_is_asked() -> None:
    assert Row((Cell("Agents"),), "r").stored == {"id": "r", "cells": ["Agents"]}
    asked = {"id": "r", "cells": ["Agents"], "ref_name": ""}
    assert Table.from_stored(table(asked)).rows[0].stored == asked
    odd = {"id": "r", "cells": ["Agents"], "ref": "", "ref_name": ["x"]}
    assert Table.from_stored(table(odd)).rows[0].is_confirmed


def test_a_card_that_stores_no_name_is_confirmed_until_its_name_changes(mano: Service) -> None:
    body = BODY.to_python([card(mano.pk, "MANO")])
    value = body[0].value["cards"][0]
    assert value["reference_name"] == "MANO"
    for name, key in (("MANO", mano.pk), ("Mano (1)", mano.pk), ("Tchap", None)):
        value["name"] = name
        assert confirmed_key(BODY.get_prep_value(body)[0]) == key
    stored = BODY.get_prep_value(BODY.to_python([card(mano.pk, "Tchap", reference_name="MANO")]))
    assert stored[0]["value"]["cards"][0]["value"]["reference_name"] == "MANO"


@pytest.mark.parametrize(
    ("kind", "value", "path"),
    [
        ("service_lines", {"services": [{"service": 1, "name": "A"}]}, ("services",)),
        ("definitions", {"items": [{"term": 1, "name": "A", "definition": ""}]}, ("items",)),
        ("comparison_cards", {"cards": [{"service": 1, "name": "A"}]}, ("cards",)),
        (
            "incubator_list",
            {"groups": [{"incubators": [{"incubator": 1, "name": "A"}]}]},
            ("groups",),
        ),
        ("funding_table", {"funding_round": 1, "caption": "A", "table": None}, ()),
    ],
)
def test_every_struct_that_refers_remembers_the_name(kind: str, value: Any, path: Any) -> None:
    body = BODY.to_python([block(kind, value)])
    struct = body[0].value
    for name in path:
        struct = struct[name][0]
    if kind == "incubator_list":
        struct = struct["incubators"][0]
    assert struct["reference_name"] == "A"
    assert confirmed_key(BODY.get_prep_value(body)[0]) == 1
    struct[struct.block.meta.name_field] = "B"
    assert confirmed_key(BODY.get_prep_value(body)[0]) is None


def test_a_form_without_scripts_that_changes_a_name_leaves_it_unconfirmed(
    page: AnnualReportPage, client: Any
) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.get(address)
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    children = form_of(response.context["form"]["body"].value())
    posted = json.loads(children["body-0-value-table"])
    posted["rows"][0]["cells"][0] = "Produits à impact"
    children["body-0-value-table"] = json.dumps(posted)
    children["body-1-value-cards-0-value-name"] = "Tchap"
    for name, value in {**children, "action-publish": "1"}.items():
        data[name] = value
    assert client.post(address, data).status_code == 302  # to what has to be answered
    publish_answered(AnnualReportPage.objects.get(pk=page.pk).get_latest_revision())
    page.refresh_from_db()
    assert page.body[0].value["table"].rows[0].stored == row("Produits à impact", ref_name="Agents")
    assert page.body[1].value["cards"][0]["reference_name"] == "MANO"
    assert confirmed_key(page.body.get_prep_value()[1]) is None
    assert not Observation.objects.exists()


def form_of(body: Any) -> dict[str, Any]:
    """What a browser posts of this body: every field as the form was given it."""
    grid = body.stream_block.child_blocks["indicator_table"].child_blocks["table"]
    first, second = body
    value = second.value["cards"][0]
    fields: dict[str, Any] = {"body-count": "2"}
    for place, child in enumerate(body):
        fields |= {
            f"body-{place}-type": child.block_type,
            f"body-{place}-order": str(place),
            f"body-{place}-id": child.id,
            f"body-{place}-deleted": "",
        }
    fields |= {
        "body-0-value-caption": "",
        "body-0-value-table": grid.value_for_form(first.value["table"]),
        "body-1-value-cards-count": "1",
        "body-1-value-cards-0-id": "card-1",
        "body-1-value-cards-0-order": "0",
        "body-1-value-cards-0-deleted": "",
        "body-1-value-cards-0-value-facts-count": "0",
    }
    for name in ("reference_name", "name", "url", "mission_heading", "mission", "status"):
        fields[f"body-1-value-cards-0-value-{name}"] = value[name] or ""
    fields["body-1-value-cards-0-value-facts_heading"] = "Son impact"
    fields["body-1-value-cards-0-value-service"] = str(value["service"].key)
    return fields


def test_the_bookkeeping_is_no_difference_between_revisions(mano: Service) -> None:
    before = [
        block("indicator_table", {"caption": "", "table": table(row("Agents"))}),
        card(mano.pk, "MANO"),
    ]
    after = [
        block("indicator_table", {"caption": "", "table": table(row("Agents", ref_name="agents"))}),
        card(mano.pk, "MANO", reference_name="Mano"),
    ]
    bodies = (BODY.to_python(each).get_prep_value() for each in (before, after))
    documents = [read(body) for body in bodies]
    comparison = DocumentComparison(*documents, ReferenceNames(*documents))
    assert comparison.entries == []


def test_the_years_that_the_roll_forward_moves_in_a_name_leave_it_confirmed(mano: Service) -> None:
    rows = (
        row("Agents en 2024"),
        row("Agents (1)", ref_name="Agents"),
        row("Tout autre", ref_name="Agents 2024"),
    )
    body = [block("indicator_table", {"caption": "", "table": table(*rows)}), card(mano.pk, "Mano")]
    later = roll_body(body, Step(2024, 2025))
    found = Table.from_stored(later[0]["value"]["table"])
    assert [each.head for each in found] == ["Agents en 2025", "Agents (1)", "Tout autre"]
    assert [each.is_confirmed for each in found] == [True, True, False]
    assert confirmed_key(later[1]) == mano.pk
