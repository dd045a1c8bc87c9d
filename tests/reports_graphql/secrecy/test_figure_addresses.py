"""The address of a figure leads to what its asker may see, and to nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import PageViewRestriction

from reports import models
from reports.content.models.page_document import read_body
from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.content.visibility.perspective import Perspective
from reports.core.document.pointer import Pointer
from reports.core.figure_addresses import PlaceAddress, parse_address
from reports.core.figure_addresses.places import index_places
from reports.publishing.figure_addresses import resolve_address
from reports.publishing.models import ReportVersion

from . import hidden
from .paired_databases import undone
from .scenario import World
from .secret import Secret

pytestmark = pytest.mark.django_db


def see(drafts: Drafts = NO_DRAFTS) -> Perspective:
    request = RequestFactory().get("/")
    return replace(Perspective.public(request), drafts=drafts)


def list_addresses(report: models.AnnualReportPage, **edition: int) -> list[PlaceAddress]:
    """Return the addresses of all that a reader reads in a report."""
    places = index_places(read_body(report))
    edition = edition or {"year": report.year}
    return [PlaceAddress(report.translation_key, each.pointer, **edition) for each in places]


def versions_of(report: models.AnnualReportPage) -> QuerySet[ReportVersion]:
    return ReportVersion.objects.filter(report_key=report.translation_key)


def latest_of(report: models.AnnualReportPage) -> dict[str, int]:
    return {"version": versions_of(report).filter(withdrawn_at=None).latest("number").number}


def test_what_is_public_is_found_and_says_what_it_says(world: World) -> None:
    report = world.reports[2024]
    found = [resolve_address(each, see()) for each in list_addresses(report)]

    assert len(found) > 100
    assert all(found)
    assert {each.year for each in found} == {2024}
    assert "MANO" in {word for each in found for word in each.words.split(" › ")}


def test_an_address_in_text_is_that_of_the_same_place(world: World) -> None:
    for address in list_addresses(world.reports[2024]):
        assert parse_address(str(address)) == address
        assert resolve_address(address, see()).address == address


def test_a_version_is_found_beside_the_report(world: World) -> None:
    report = world.reports[2024]
    found = [resolve_address(each, see()) for each in list_addresses(report, **latest_of(report))]

    assert all(found)
    assert not any(resolve_address(each, see()) for each in list_addresses(report, version=99))


def unpublish(report: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.filter(pk=report.pk).update(live=False)


def let_expire(report: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.filter(pk=report.pk).update(expire_at=timezone.now())


def restrict(report: models.AnnualReportPage) -> None:
    PageViewRestriction.objects.create(page=report, restriction_type="login")


@pytest.mark.parametrize("hide", [unpublish, let_expire, restrict])
@pytest.mark.parametrize("is_version", [False, True])
def test_a_hidden_report_is_none(
    world: World, hide: Callable[[Any], None], is_version: bool
) -> None:
    report = world.reports[2024]
    edition = latest_of(report) if is_version else {}
    with undone():
        hide(report)
        assert not any(resolve_address(each, see()) for each in list_addresses(report, **edition))


def test_a_hidden_report_with_public_records_is_none(world: World) -> None:
    secret = Secret()
    with undone():
        report = hidden.add_report(world.fresh(), secret, live=False)
        assert not any(resolve_address(each, see()) for each in list_addresses(report))


def test_a_draft_is_seen_by_its_reviewers_alone(world: World) -> None:
    secret = Secret()
    with undone():
        draft = models.AnnualReportPage.objects.get(pk=world.reports[2024].pk)
        draft.body = json.dumps(hidden.report_body(world, secret))
        addresses = list_addresses(draft)

        assert not any(resolve_address(each, see()) for each in addresses)
        shown = [resolve_address(each, see(Drafts((draft,)))) for each in addresses]
        assert all(shown)
        assert any(word in each.text for word in secret.canaries for each in shown)


def test_a_version_is_the_publics_in_a_preview_too(world: World) -> None:
    report = world.reports[2024]
    with undone():
        unpublish(report)
        preview = see(Drafts((report,)))
        addresses = list_addresses(report, **latest_of(report))
        assert not any(resolve_address(each, preview) for each in addresses)


def test_a_withdrawn_version_is_none(world: World) -> None:
    report = world.reports[2024]
    number = versions_of(report).exclude(withdrawn_at=None).latest("number").number

    assert not any(resolve_address(each, see()) for each in list_addresses(report, version=number))


def test_a_page_that_became_another_years_report_is_none(world: World) -> None:
    addresses = list_addresses(world.reports[2024])
    with undone():
        models.AnnualReportPage.objects.filter(pk=world.reports[2024].pk).update(year=2019)
        assert not any(resolve_address(each, see()) for each in addresses)


def test_what_was_deleted_is_none_and_nothing_else(world: World) -> None:
    report = world.reports[2024]
    address = PlaceAddress(report.translation_key, Pointer("nowhere"), 2024)

    assert resolve_address(address, see()) is None


def test_results_of_public_indicators_alone(world: World) -> None:
    address = parse_address("i.lances.2024.result")
    found = resolve_address(address, see())
    assert found.words == "Services lancés › résultat 2024"
    assert found.figure.value is not None
    with undone():
        models.Indicator.objects.filter(code="lances").update(live=False)
        assert resolve_address(address, see()) is None
    with undone():
        models.AnnualReportPage.objects.update(live=False)
        assert resolve_address(address, see()) is None
