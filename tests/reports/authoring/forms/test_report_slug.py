"""The slug of a report is its year: the form shows it and takes none."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from reports.content.models import AnnualReportPage, User
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]


def test_the_slug_is_shown_and_cannot_be_typed(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Tout va bien.")
    client = Client()
    client.force_login(people["redaction"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = BeautifulSoup(client.get(url).content, "lxml")

    assert not html.select("[name=slug]")
    assert "L’adresse d’un bilan est son année." in html.get_text(" ")
    form = build_form("Tout va bien.")
    client.post(url, form | {"slug": "autre", "year": "2019"}, follow=True)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().slug == "2019"


def test_a_report_is_made_without_a_slug(draft: Draft, people: dict[str, User]) -> None:
    index = draft("Rien.", year=2023).get_parent()
    client = Client()
    client.force_login(people["administration"])
    url = reverse("wagtailadmin_pages:add", args=["reports", "annualreportpage", index.pk])
    form = build_form("Tout va bien.")
    del form["slug"]
    taken = client.post(url, form | {"year": "2023"}, follow=True)
    assert "Le bilan 2023 existe déjà sur ce site." in taken.content.decode()
    client.post(url, form | {"year": "2024"}, follow=True)

    assert AnnualReportPage.objects.get(year=2024).slug == "2024"
