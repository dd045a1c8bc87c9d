"""An edit form says what its page or record waits for, until that is over."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.content.models import AnnualReportPage, Service, User
from reports.publishing.models import Release
from reports.publishing.releases.approval import approve
from reports.publishing.releases.contents import Candidate, choose_items
from tests.reports.checks.edit_form import build_form

Draft = Callable[..., AnnualReportPage]


def read_panel(user: User, url: str) -> str:
    client = Client()
    client.force_login(user)
    html = BeautifulSoup(client.get(url).content, "lxml")
    found = [
        panel.get_text(" ") + " ".join(link["href"] for link in panel.select("li a"))
        for panel in html.select("section.w-panel")
        if "En attente" in panel.get_text(" ")[:200]
    ]
    return " ".join(" ".join(found).split())


def again(page: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=page.pk)


def edit_url(page: AnnualReportPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_submission_is_said_and_stays_said(draft: Draft, people: dict[str, User]) -> None:
    page = draft("Tout va bien.")
    client = Client()
    client.force_login(people["redaction"])
    assert read_panel(people["redaction"], edit_url(page)) == ""
    sent = client.post(
        edit_url(page), build_form("Tout va bien.") | {"action-submit": "1"}, follow=True
    )

    told = sent.content.decode().replace("\u202f", " ")
    assert "« Bilan 2024 » est soumis à la relecture." in told
    said = read_panel(people["redaction"], edit_url(page))
    assert "Soumis par redaction le" in said
    assert "Étape en cours : « Relecture »." in said
    again(page).current_workflow_state.cancel(user=people["administration"])
    assert read_panel(people["redaction"], edit_url(page)) == ""


@pytest.fixture
def release(people: dict[str, User], draft: Draft) -> Release:
    page = draft("Tout va bien.")
    service = Service.objects.create(slug="mano", name="Mano", live=True)
    service.save_revision()
    hour = timezone.now() + datetime.timedelta(days=1)
    release = Release.objects.create(name="Sortie", goes_public_at=hour)
    choose_items(release, [Candidate(page), Candidate(service)])
    return release


def test_an_approved_release_is_said_by_what_is_in_it(
    release: Release, people: dict[str, User]
) -> None:
    report, service = (item.subject for item in release.items.all())
    record_url = reverse(service.snippet_viewset.get_url_name("edit"), args=[service.pk])
    assert "Sortie" not in read_panel(people["validation"], edit_url(report))
    approve(release, people["administration"])

    for url in (edit_url(report), record_url):
        said = read_panel(people["validation"], url)
        assert "Dans la publication groupée « Sortie », approuvée pour le" in said
        assert reverse("bilan_release", args=[release.pk]) in said
    to_writers = read_panel(people["redaction"], edit_url(report))
    assert "« Sortie »" in to_writers
    assert reverse("bilan_release", args=[release.pk]) not in to_writers  # it is closed to them
    report.body = "[]"
    report.save_revision()
    assert "Sortie" not in read_panel(people["validation"], edit_url(report))
