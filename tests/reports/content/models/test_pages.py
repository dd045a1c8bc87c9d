"""A report is the only one of its year on its site."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db


def index_of(hostname: str, slug: str) -> ReportIndexPage:
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=slug, slug=slug))
    Site.objects.create(hostname=hostname, root_page=home)
    return home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))


def report(index: ReportIndexPage, year: int, slug: str) -> AnnualReportPage:
    return index.add_child(instance=AnnualReportPage(title=slug, slug=slug, year=year))


def test_a_second_report_of_a_year_is_refused():
    index = index_of("a.example", "a")
    report(index, 2024, "un")
    with pytest.raises(ValidationError, match="Le bilan 2024 existe déjà sur ce site"):
        report(index, 2024, "deux")
    with pytest.raises(ValidationError):
        AnnualReportPage(title="x", slug="x", year=2024, path=index.path + "0009", depth=4).clean()


def test_another_year_and_another_site_are_accepted():
    index = index_of("a.example", "a")
    report(index, 2024, "un")
    report(index, 2025, "deux")
    report(index_of("b.example", "b"), 2024, "trois")
    assert AnnualReportPage.objects.count() == 3


def test_a_report_may_be_saved_again():
    page = report(index_of("a.example", "a"), 2024, "un")
    page.title = "autre"
    page.full_clean()
    page.save()


@pytest.mark.parametrize("year", [0, 1899, 2101])
def test_an_impossible_year_is_refused(year):
    with pytest.raises(ValidationError):
        report(index_of("a.example", "a"), year, "un")


def test_headings_get_their_anchors_when_they_are_about_to_be_public():
    page = report(index_of("a.example", "a"), 2024, "un")
    page.body = [("heading", {"text": "État des lieux", "level": "2", "old_anchors": []})]
    block = page.body.stream_block
    assert block.clean_deferred(page.body)[0].value.get("anchor", "") == ""
    assert block.clean(page.body)[0].value["anchor"] == "état-des-lieux"


def test_a_live_page_has_anchors_whoever_saved_it():
    page = report(index_of("a.example", "a"), 2024, "un")
    page.body = [("heading", {"text": "État des lieux", "level": "2", "old_anchors": []})]
    page.save()
    page.refresh_from_db()
    assert page.body[0].value["anchor"] == "état-des-lieux"


def test_the_path_of_a_report_is_its_year():
    page = report(index_of("a.example", "a"), 2024, "bilan-2024")
    page.refresh_from_db()
    assert page.url_path.endswith("/bilan/2024/")


def retitle(page: AnnualReportPage, **changes: Any) -> AnnualReportPage:
    """Return the latest draft of a report whose first heading is another one."""
    draft = page.get_latest_revision_as_object()
    raw = draft.body.get_prep_value()
    raw[0]["value"] |= changes
    draft.body = json.dumps(raw)
    draft.save_revision()
    return draft


@pytest.fixture
def titled() -> AnnualReportPage:
    """A public report with a heading, whose anchor is that of its first title."""
    page = report(index_of("a.example", "a"), 2024, "un")
    page.body = [("heading", {"text": "État des lieux", "level": "2", "old_anchors": []})]
    page.save()
    page.save_revision().publish()
    return AnnualReportPage.objects.get(pk=page.pk)


def test_an_anchor_stays_when_its_title_changes(titled: AnnualReportPage):
    draft = retitle(titled, text="Nos résultats")

    assert draft.body[0].value["anchor"] == "état-des-lieux"
    assert list(draft.body[0].value["old_anchors"]) == []


@pytest.mark.parametrize("anchor", ["bilan-des-actions", ""])
def test_a_draft_and_its_publication_keep_the_public_anchor_of_a_heading(
    titled: AnnualReportPage, anchor: str
):
    draft = retitle(titled, text="Nos résultats", anchor=anchor)
    assert list(draft.body[0].value["old_anchors"]) == ["état-des-lieux"]

    publish_answered(draft.get_latest_revision())
    titled.refresh_from_db()
    assert titled.body[0].value["anchor"] == (anchor or "nos-résultats")
    assert list(titled.body[0].value["old_anchors"]) == ["état-des-lieux"]


def test_an_old_anchor_that_somebody_takes_out_stays_out(titled: AnnualReportPage):
    publish_answered(retitle(titled, anchor="autre").get_latest_revision())
    publish_answered(retitle(titled, old_anchors=[]).get_latest_revision())

    titled.refresh_from_db()
    assert titled.body[0].value["anchor"] == "autre"
    assert list(titled.body[0].value["old_anchors"]) == []


def test_an_anchor_that_was_never_public_is_not_kept(titled: AnnualReportPage):
    retitle(titled, anchor="provisoire")
    draft = retitle(titled, anchor="définitive")
    assert list(draft.body[0].value["old_anchors"]) == ["état-des-lieux"]


def test_another_heading_may_take_an_anchor_that_is_public(titled: AnnualReportPage):
    """The link then leads to the heading that has it now, and to one alone."""
    raw = titled.body.get_prep_value()
    raw[0]["value"]["anchor"] = "nos-résultats"
    other = {"text": "Autre", "level": "2", "anchor": "état-des-lieux", "old_anchors": []}
    titled.body = json.dumps([*raw, {"type": "heading", "value": other}])
    titled.save()

    titled.refresh_from_db()
    assert [block.value["anchor"] for block in titled.body] == ["nos-résultats", "état-des-lieux"]
    assert list(titled.body[0].value["old_anchors"]) == []
