"""The feeds of publications: Atom and JSON Feed list the same versions, and nothing hidden."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils.html import escape
from wagtail.models import PageViewRestriction

from reports import models
from reports.content.models.publication_context import publication_context
from reports.publishing.versions.withdrawal import withdraw_version

ATOM = "{http://www.w3.org/2005/Atom}"


def block(text: str) -> dict[str, Any]:
    id = "11111111-1111-4111-8111-111111111111"
    return {"type": "paragraph", "id": id, "value": {"text": f"<p>{text}</p>"}}


@pytest.fixture
def page(publish: Any) -> models.AnnualReportPage:
    page = publish(2024, [block("Avant.")])
    page.body = json.dumps([block("Après.")])
    with publication_context(reason="Un total <corrigé>."):
        page.save()
    return page


def read_atom(client: Client) -> list[tuple[str, ...]]:
    response = client.get("/flux/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    names = ("id", "title", "summary", "published", "updated")
    return [
        tuple(entry.findtext(f"{ATOM}{name}") or "" for name in names)
        for entry in feed.iter(f"{ATOM}entry")
    ]


def read_json(client: Client) -> list[dict[str, str]]:
    response = client.get("/flux/bilans.json")
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    return response.json()["items"]


def test_signs_that_xml_has_not_are_left_out(client: Client, page: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.update(hero_title="Bilan\x0b 2024\x1f")
    assert read_atom(client)[0][1].startswith("Bilan 2024 :")


def test_both_feeds_list_the_versions(client: Client, page: models.AnnualReportPage) -> None:
    atom, items = read_atom(client), read_json(client)

    assert [entry[:3] for entry in atom] == [
        (item["id"], item["title"], escape(item["content_text"])) for item in items
    ]  # Atom says that its summary is HTML
    assert items[0]["content_text"] == "Un total <corrigé>."
    assert items[0]["url"] == items[-1]["url"].replace("/v/1/", f"/v/{len(items)}/")
    assert len({entry[0] for entry in atom}) == len(atom)
    assert client.get(items[0]["url"]).status_code == 200


def test_a_withdrawn_version_says_why(client: Client, page: models.AnnualReportPage) -> None:
    first = models.ReportVersion.objects.get(report_key=page.translation_key, number=1)
    withdraw_version(first, "Vie privée.", None)
    latest = read_json(client)[0]

    assert latest["title"].endswith("version 1, retirée")
    assert latest["content_text"] == "Version retirée. Motif\u202f: Vie privée."


def test_what_is_hidden_is_in_no_feed(client: Client, page: models.AnnualReportPage) -> None:
    models.AnnualReportPage.objects.update(hero_title="Secret")
    page.refresh_from_db()
    page.hero_title = "Secret"
    page.save()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert read_json(client) == []
    assert read_atom(client) == []
    assert "Secret" not in client.get("/flux/").content.decode()


def test_pages_lead_to_the_feeds(client: Client, page: models.AnnualReportPage) -> None:
    html = client.get("/bilan/2024/").content.decode()

    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert 'href="/flux/bilans.json"' in html
