"""Where a record is used: whatever a reader sees or may come to see counts."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import ReferenceIndex, Workflow

from reports.content.models import (
    AnnualReportPage,
    FundingRound,
    Incubator,
    Indicator,
    ReportIndexPage,
    Service,
    User,
)
from reports.content.models.snippet import Snippet
from reports.content.records.references import find_references
from reports.content.records.uses import find_uses
from reports.content.site_tree import report_index
from reports.core.document import read
from tests.reports.content.records.conftest import Write, block, card, indicators

pytestmark = pytest.mark.django_db

HEADS = ("Indicateurs", "Résultats 2024")


def used(record: Snippet) -> list[str]:
    ((_, its),) = find_uses([record])
    return [str(use) for use in its.reports]


def test_a_draft_counts_though_the_index_of_references_is_blind(
    write: Write, mano: Service
) -> None:
    write(2023, card(mano), live=True)
    write(2025, live=True)
    write(2025, card(mano))

    assert used(mano) == ["Bilan 2025 (brouillon)", "Bilan 2023 (publié)"]
    assert ReferenceIndex.get_references_to(mano).count() == 1


def test_what_is_public_counts_though_the_draft_has_it_no_more(write: Write, mano: Service) -> None:
    write(2024, card(mano), live=True)
    write(2024)
    assert used(mano) == ["Bilan 2024 (publié)"]


def test_what_waits_for_its_hour_or_for_approval_counts(
    write: Write, mano: Service, people: dict[str, User]
) -> None:
    page = write(2024, card(mano))
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision.save()
    write(2024)
    page = write(2025, card(mano))
    Workflow.objects.get(name="Relecture du bilan").start(page, people["redaction"])
    write(2025)

    assert used(mano) == ["Bilan 2025 (en relecture)", "Bilan 2024 (programmé)"]


def test_what_is_gone_from_everything_is_used_no_more(write: Write, mano: Service) -> None:
    write(2024, card(mano), live=True)
    write(2024, live=True)
    assert used(mano) == []
    write(2025, card(mano)).delete()
    assert used(mano) == []


def test_the_body_of_a_page_that_was_withdrawn_counts_by_its_draft(
    write: Write, mano: Service
) -> None:
    page = write(2024, card(mano), live=True)
    page.unpublish()
    assert used(mano) == ["Bilan 2024 (brouillon)"]
    write(2024)
    assert used(mano) == []


def test_an_alias_is_what_its_source_is(write: Write, mano: Service) -> None:
    page = write(2024, card(mano), live=True)
    index = report_index()
    elsewhere = index.get_parent().add_child(instance=ReportIndexPage(title="Ailleurs"))
    CreatePageAliasAction(page, parent=elsewhere).execute(skip_permission_checks=True)
    assert AnnualReportPage.objects.count() == 2
    assert used(mano) == ["Bilan 2024 (publié)"]


def test_rows_of_tables_refer_by_key(write: Write, mano: Service, products: Indicator) -> None:
    award = {"columns": [], "rows": [{"id": "r", "cells": ["Mano"], "ref": "mano"}]}
    fast = FundingRound.objects.create(name="FAST", slug="fast")
    table = block("funding_table", {"caption": "", "funding_round": fast.pk, "table": award})
    write(2024, indicators(products, "Produits", "3", heads=HEADS), table)

    assert used(mano) == used(products) == used(fast) == ["Bilan 2024 (brouillon)"]


def test_one_key_is_not_another_kinds(write: Write, mano: Service) -> None:
    namesake = Indicator.objects.create(name="Mano", code="mano")
    same_row = Incubator.objects.create(pk=mano.pk + 1_000, name="x", slug="x")
    twin = Service.objects.create(pk=same_row.pk, name="y", slug="y")
    write(2024, card(mano), card(twin))
    assert used(namesake) == used(same_row) == []


def test_each_place_has_its_address_in_the_editor(write: Write, mano: Service) -> None:
    first, second = card(mano), card(mano)
    page = write(2024, first, second)
    ((_, its),) = find_uses([mano])
    items = [each["value"]["cards"][0]["id"] for each in (first, second)]
    assert its.reports[0].places == [
        ("Cartes d’impact", f"/admin/pages/{page.pk}/edit/#block-{item}-section") for item in items
    ]


def test_an_incubator_is_used_by_its_services_and_their_drafts(
    mano: Service, fabrique: Incubator
) -> None:
    live = Service.objects.create(name="Eau", slug="eau", incubator=fabrique)
    mano.incubator = fabrique
    mano.save_revision()

    ((_, its),) = find_uses([fabrique])
    assert its.services == [live, mano]


@pytest.mark.parametrize(
    "stored",
    [
        block("impact_cards", None),
        block("impact_cards", {"cards": None}),
        block("impact_cards", {"cards": [None, {"service": None}, "texte"]}),
        block("indicator_table", {"table": {"rows": [None, {"ref": ""}, "texte"]}}),
        block("indicator_table", {"table": "texte"}),
        block("of_yore", {"service": 1}),
    ],
)
def test_a_draft_with_holes_stops_nothing(stored: Any) -> None:
    assert list(find_references(read([stored]))) == []


def test_many_records_and_reports_cost_as_many_statements_as_one(
    write: Write, mano: Service, django_assert_num_queries
) -> None:
    write(2000, card(mano), live=True)
    find_uses([mano])  # content types are remembered from now on
    with django_assert_num_queries(3):
        find_uses([mano])
    others = [Service.objects.create(name=f"s{n}", slug=f"s{n}") for n in range(5)]
    for year, other in enumerate(others, 2001):
        write(year, card(other), card(mano), live=True)
        write(year, card(mano))
    with django_assert_num_queries(3):
        found = dict(find_uses([mano, *others]))
    assert len(found[mano].reports) == 6
