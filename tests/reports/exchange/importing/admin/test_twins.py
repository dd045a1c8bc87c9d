"""A record of an import that may exist twice is told once, with the page that merges."""

import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage, Service, User
from tests.reports.exchange.importing.admin.test_import_form import send, upload

TEXT = """## Lauréats

| Produit | Mission | Montant attribué |
|---|---|---|
| Mon guichet | suivre son dossier | 50 000 € |
| Haies | planter des haies | 30 000 € |
"""


@pytest.fixture
def account(people: dict[str, User], client: Client) -> Any:
    """Imports a document whose first service has the name of one that is there."""

    def show(live: bool) -> str:
        Service.objects.create(name="Monguichet", slug="monguichet", live=live)
        client.force_login(people["redaction"])
        return html.unescape(send(client, upload("bilan.md", TEXT)).content.decode())

    return show


def test_the_account_leads_to_the_page_that_merges(account: Any, client: Client) -> None:
    shown = account(live=False)
    page = AnnualReportPage.objects.get()
    back = reverse("bilan_import_account", args=[page.pk])
    made = Service.objects.get(name="Mon guichet")
    assert "La fiche « Mon guichet »" in shown.replace("\xa0", " ").replace("\u202f", " ")
    assert shown.count("existe peut-être aussi sous") == 1
    assert "existe déjà sous" not in shown
    start = shown.index(reverse("bilan_merge", args=["service"]))
    address = shown[start : shown.index('"', start)]
    asked = client.get(address)
    assert asked.context["next"] == back
    other = Service.objects.get(slug="monguichet")
    sent = {"fiche": made.pk, "garder": other.pk, "next": back}
    assert client.post(address.partition("?")[0], sent)["Location"] == back
    assert "existe peut-être aussi sous" not in client.get(back).content.decode()


def test_a_pair_is_one_finding(account: Any) -> None:
    account(live=False)
    told = [each.code for each in check_latest(AnnualReportPage.objects.get()).findings]
    assert told.count("record-twice") == 1
    assert "import-notice" not in told


def test_who_may_not_merge_is_told_whom_to_ask(account: Any) -> None:
    shown = account(live=True)
    assert reverse("bilan_merge", args=["service"]) not in shown
    assert "demandez au groupe Validation de les fusionner" in shown
