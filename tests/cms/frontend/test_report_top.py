"""The top of a report: what it is, of when, and what one can do with it."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from reports import models

from .page import read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client, publish: Any, living: Any) -> BeautifulSoup:
    report = publish(2024, introduction="<p>Le bilan.</p>", source_document=living.document)
    report.body = json.dumps([])
    report.introduction = "<p>Le bilan, corrigé.</p>"
    report.save()
    return read(client, "/bilan/2024/")


def test_a_report_begins_with_what_it_is_and_of_when(page: BeautifulSoup) -> None:
    top = page.select_one("main .bilan-top")
    assert top is not None
    parts = [each.name for each in top.find_all(True, recursive=False)]
    assert parts == ["h1", "div", "ul", "ul", "div", "div"]  # the last two have the data
    number = models.ReportVersion.objects.latest("number").number
    dates = [words(each.get_text()) for each in top.select(".bilan-dates > li")]
    assert dates[0].startswith("Mis à jour le ")
    assert dates[1] == f"Version {number} (toutes les versions)"
    assert top.select_one('.bilan-dates a[href="/bilan/2024/versions/"]')
    assert top.select_one(".bilan-actions a[download]")
    assert top.select_one('.bilan-actions a[href="#_citer"]')


def test_the_publisher_and_the_licence_are_where_they_are_needed(
    client: Client, publish: Any
) -> None:
    publish(2024)
    identity = models.SiteIdentity.for_site(Site.objects.get())
    identity.publisher, identity.licence_name = "DINUM", "Licence ouverte"
    identity.licence_url = "https://licence.example/"
    identity.save()
    page = read(client, "/bilan/2024/")

    link = page.select_one('.bilan-top .bilan-files a[href="https://licence.example/"]')
    assert link
    assert link.get_text() == "Licence ouverte"
    citation = words(page.select_one("#_citation").get_text())  # type: ignore[union-attr]
    assert citation.startswith("DINUM. Bilan 2024 – ")
    assert citation.endswith(". Licence : Licence ouverte")
    identity.publisher = "Digital e.V."
    identity.save()
    page = read(client, "/bilan/2024/")
    assert words(page.select_one("#_citation").get_text()).startswith("Digital e.V. Bilan")  # type: ignore[union-attr]
    assert "Publié par Digital e.V." in words(page.footer.get_text())  # type: ignore[union-attr]
    assert "e.V.." not in page.get_text()
    identity.delete()
    citation = words(read(client, "/bilan/2024/").select_one("#_citation").get_text())  # type: ignore[union-attr]
    assert citation.startswith("Bilan 2024 – ")
    assert "Licence" not in citation


def test_what_needs_a_script_is_hidden_until_it_runs(page: BeautifulSoup) -> None:
    buttons = page.select("main button")
    assert len(buttons) >= 2
    assert all(button.find_parent(hidden=True) for button in buttons)
    copies = page.select("[data-copy]")
    assert all(page.find(id=str(button["data-copy"])) for button in copies)


def test_a_report_without_versions_has_no_citation(client: Client, publish: Any) -> None:
    publish(2024)
    models.ReportVersion.objects.all().delete()
    page = read(client, "/bilan/2024/")
    assert not page.select("#_citer, [href='#_citer']")


def test_the_table_of_contents_folds_without_a_script(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    page = read(client, "/bilan/2024/")
    fold = page.select_one(".bilan-summary > details")
    assert fold is not None
    assert fold.select_one("summary > h2#_sommaire")
    assert fold.select("ol a")
    assert page.select_one('.bilan-back > a[href="#_sommaire"]')
