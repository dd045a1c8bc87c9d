"""Rows of mentions are what published bodies name: no more, no less, at every moment."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from reports.content.mentions.projection import MENTIONS
from reports.content.models import AnnualReportPage, Mention, Service
from reports.content.site_tree import report_index
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[Any, ...]]:
    fields = ("report__year", "order", "refers_to", "record_row", "record_key", "kind", "name")
    return list(Mention.objects.values_list(*fields, "anchor"))


def stored_body(service: Service) -> str:
    card = {"service": service.pk, "reference_name": "Mano", "name": "MANO", "facts": []}
    cell_rows = [{"id": "r1", "cells": ["Mano", "Aider.", "3 €"], "ref": "mano.beta"}]
    columns = [{"id": f"c{n}", "heading": name} for n, name in enumerate(("Produit", "", "€"))]
    body = [
        {
            "type": "impact_cards",
            "id": "b1",
            "value": {"cards": [{"type": "item", "id": "i1", "value": card}]},
        },
        {"type": "heading", "id": "b2", "value": {"text": "Lauréats", "level": "2"}},
        {
            "type": "funding_table",
            "id": "b3",
            "value": {"table": {"columns": columns, "rows": cell_rows}},
        },
    ]
    return json.dumps(body)


@pytest.fixture
def page(service: Service) -> AnnualReportPage:
    made = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, body=stored_body(service))
    report_index().add_child(instance=made)
    return AnnualReportPage.objects.get()


@pytest.fixture
def service() -> Service:
    return Service.objects.create(name="Mano", slug="mano.beta")


def expected(service: Service) -> list[tuple[Any, ...]]:
    return [
        (2024, 0, "service", service.pk, "", "impact_card", "MANO", ""),
        (2024, 1, "service", None, "mano.beta", "funding_table", "Mano", "lauréats"),
    ]


def test_a_public_report_is_projected(page: AnnualReportPage, service: Service) -> None:
    assert rows() == expected(service)


def test_a_draft_is_not(page: AnnualReportPage, service: Service) -> None:
    page.body = "[]"
    page.save_revision()
    assert rows() == expected(service)
    page.unpublish()
    assert rows() == []
    publish_answered(page.get_latest_revision())
    assert rows() == []
    page.body = stored_body(service)
    publish_answered(page.save_revision())
    assert rows() == expected(service)
    page.delete()
    assert rows() == []


def test_keys_that_no_record_can_have_mention_none(
    page: AnnualReportPage, service: Service
) -> None:
    page.body = stored_body(service).replace("mano.beta", "m" * 300)
    page.save()
    assert rows() == expected(service)[:1]


def test_rebuilding_says_and_repairs_a_difference(page: AnnualReportPage, service: Service) -> None:
    Mention.objects.filter(order=1).update(name="Autre")
    with pytest.raises(CommandError, match="1 bilan"):
        call_command("rebuild_mentions", check=True, stdout=io.StringIO())
    out = io.StringIO()
    call_command("rebuild_mentions", stdout=out)
    assert rows() == expected(service)
    assert "2 mentions, 1 bilan(s) refait(s)" in out.getvalue()
    call_command("rebuild_mentions", check=True, stdout=io.StringIO())


def test_a_migration_projects_what_older_code_published(
    page: AnnualReportPage, service: Service
) -> None:
    Mention.objects.all().delete()
    MENTIONS.project_migrated(plan=[])
    assert rows() == []
    MENTIONS.project_migrated(plan=[object()])
    assert rows() == expected(service)
