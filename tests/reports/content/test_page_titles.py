"""Two pages of one title are told apart in the lists of the admin."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage, User
from reports.content.page_titles import disambiguate_titles, title_with_year
from reports.publishing.models import Release
from tests.reports.checks.conftest import draft, own_rules, people

__all__ = ["draft", "own_rules", "people"]

pytestmark = pytest.mark.django_db
Draft = Callable[..., AnnualReportPage]


def add_programme(slug: str) -> ReportIndexPage:
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Accueil", slug=slug))
    Site.objects.create(hostname=f"{slug}.example", root_page=home, site_name=slug.capitalize())
    return home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))


def add_report(index: Page, year: int, title: str) -> AnnualReportPage:
    page = AnnualReportPage(title=title, year=year, slug=str(year), live=False)
    index.add_child(instance=page)
    page.save_revision()
    return page


def test_a_year_is_added_where_the_title_does_not_say_it() -> None:
    index = add_programme("alpha")
    assert title_with_year(add_report(index, 2025, "Bilan 2025")) == "Bilan 2025"
    assert title_with_year(add_report(index, 2026, "Bilan 2025")) == "Bilan 2025 (2026)"
    assert title_with_year(index) == "Bilans"


def test_a_programme_is_added_where_two_have_one_title() -> None:
    first = add_report(add_programme("alpha"), 2025, "Bilan 2025")
    index = add_programme("beta")
    second, third = add_report(index, 2025, "Bilan 2025"), add_report(index, 2024, "Bilan 2024")
    titles = disambiguate_titles([first, second, third, first])

    assert titles[first.pk] == "Bilan 2025, Alpha"
    assert titles[second.pk] == "Bilan 2025, Beta"
    assert titles[third.pk] == "Bilan 2024"


def test_the_home_the_release_and_the_next_report_tell_them_apart(draft: Draft) -> None:
    page = draft("Rien.", year=2025)
    copy = draft("Rien.", year=2026)
    for report in (page, copy):
        report.title = "Bilan 2025"
        report.save_revision()
    client = Client()
    client.force_login(User.objects.create_superuser("super"))
    release = Release.objects.create(name="Sortie", goes_public_at=timezone.now())
    begin = reverse("bilan_begin", args=[page.get_parent().pk])

    for shown in (
        client.get("/admin/").content.decode(),
        client.get(reverse("bilan_release", args=[release.pk])).content.decode(),
        client.get(begin).content.decode(),
    ):
        assert "Bilan 2025 (2026)" in shown
        assert "Bilan 2025" in shown.replace("Bilan 2025 (2026)", "")
