"""A report is the only one of its year on its site."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site

from reports.models import AnnualReportPage, HomePage, ReportIndexPage

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
