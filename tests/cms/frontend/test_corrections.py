"""What a report corrected, as its readers see it."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from reports import models
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.publishing.corrections.bodies import (
    AGENTS,
    STARTUPS,
    USERS,
    indicator_table,
    key_figures,
    paragraph,
)

PAGE = "/bilan/2024/"


@pytest.fixture
def page(publish: Any) -> models.AnnualReportPage:
    report: models.AnnualReportPage = publish(
        2024, [indicator_table(USERS, AGENTS), key_figures(STARTUPS)]
    )
    models.Correction.objects.all().delete()  # it was saved empty first
    return report


def correct(page: models.AnnualReportPage, *body: Any, **fields: str) -> None:
    page.body = json.dumps(list(body))
    page.save()
    models.Correction.objects.filter(version__report_key=page.translation_key).update(**fields)


def read(client: Client, path: str = PAGE) -> str:
    return " ".join(client.get(path).content.decode().split())


def test_a_report_that_corrected_nothing_says_nothing_of_it(
    client: Client, page: models.AnnualReportPage
) -> None:
    html = read(client)
    assert "corrigé" not in html
    assert 'id="_corrections"' not in html


def test_a_corrected_cell_leads_to_what_is_said_of_it(
    client: Client, page: models.AnnualReportPage
) -> None:
    correct(
        page,
        indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS),
        key_figures(STARTUPS),
        sentence="L’enquête comptait des doublons.",
    )
    html = read(client)
    assert re.search(
        r'<td[^>]*>78\s%\s<a class="bilan-corrected" href="#_correction-1">corrigé', html
    )
    assert html.count("bilan-corrected") == 1
    assert 'id="_correction-1"' in html
    assert "L’enquête comptait des doublons." in html
    assert re.search(r"Avant\s: 77\s%\. Après\s: 78\s%\.", html)
    assert "1 chiffre corrigé depuis la publication" in html
    assert "Mis à jour le" in html


def test_a_corrected_fact_is_marked(client: Client, page: models.AnnualReportPage) -> None:
    corrected = key_figures((31, "Plus de", "170", "startups"))
    correct(page, indicator_table(USERS, AGENTS), corrected)
    html = read(client)
    assert re.search(r'<li>Plus de <strong[^>]*>170</strong> startups <a class="bilan-corr', html)


def test_a_typo_is_listed_and_marked_nowhere(client: Client, page: models.AnnualReportPage) -> None:
    corrected = indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS)
    correct(page, corrected, key_figures(STARTUPS), kind="typo", sentence="Faute de frappe.")
    html = read(client)
    assert "bilan-corrected" not in html
    assert "chiffre corrigé" not in html
    assert "coquille" in html
    assert "Faute de frappe." in html


def test_the_version_before_says_nothing_of_what_came_after(
    client: Client, page: models.AnnualReportPage
) -> None:
    number = models.ReportVersion.objects.filter(report_key=page.translation_key).count()
    correct(page, paragraph("Rien."))
    html = read(client, f"{PAGE}v/{number}/")
    assert "77" in html
    assert 'id="_corrections"' not in html


def test_words_of_a_withdrawn_version_are_gone(
    client: Client, page: models.AnnualReportPage
) -> None:
    number = models.ReportVersion.objects.filter(report_key=page.translation_key).count()
    correct(page, indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS), key_figures(STARTUPS))
    withdraw_version(models.ReportVersion.objects.get(number=number), "La loi.", None)
    html = read(client)
    assert "Texte effacé" in html
    assert not re.search(r"77\s%", html)


def test_the_feeds_and_the_list_of_versions_say_why(
    client: Client, page: models.AnnualReportPage
) -> None:
    corrected = indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS)
    correct(page, corrected, key_figures(STARTUPS), sentence="Des doublons.")
    for path in ("/flux/", "/flux/bilans.json", f"{PAGE}versions/"):
        assert "Des doublons." in read(client, path), path


def test_an_old_version_says_what_was_corrected_since(
    client: Client, page: models.AnnualReportPage
) -> None:
    first = models.ReportVersion.objects.filter(report_key=page.translation_key).latest("number")
    correct(page, indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS), key_figures(STARTUPS))
    html = read(client, f"{PAGE}v/{first.number}/")
    assert "1 chiffre de cette version a été corrigé depuis" in html
    assert f'href="{PAGE}#_corrections"' in html
    assert f'<a class="fr-breadcrumb__link" href="{PAGE}">Bilan 2024</a>' in html
    assert "de cette version" not in read(client, f"{PAGE}v/{first.number + 1}/")
    listed = read(client, f"{PAGE}versions/")
    assert re.search(r"Correction : .*avant : 77\s%, après : 78\s%", listed)


def test_the_data_of_a_version_are_those_of_then(
    client: Client, page: models.AnnualReportPage
) -> None:
    first = models.ReportVersion.objects.filter(report_key=page.translation_key).latest("number")
    correct(page, indicator_table((*USERS[:3], "78 %", "80 %"), AGENTS), key_figures(STARTUPS))
    [address] = re.findall(rf'href="({PAGE}v/\d+/donnees/[^"]+)"', read(client, first_path(first)))
    old = client.get(address)
    assert "77 %" in old.content.decode()
    assert "78 %" not in old.content.decode()
    assert old["X-Robots-Tag"] == "noindex"
    assert "78 %" in client.get(re.sub(r"v/\d+/", "", address)).content.decode()
    admin = models.User.objects.create(username="admin")
    withdraw_version(first, "La loi.", admin)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "77 %" not in gone.content.decode()
    models.AnnualReportPage.objects.update(live=False)
    assert client.get(address).status_code == 404


def first_path(version: models.ReportVersion) -> str:
    return f"{PAGE}v/{version.number}/"
