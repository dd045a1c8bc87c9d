"""The page of a report lists its notes, each with a way back to where it is called."""

from typing import Any

import pytest
from django.test import Client

from tests.reports_graphql.bodies import block

from .page import main, read

pytestmark = pytest.mark.django_db

NOTE = '<bilan-note id="a">Voir <a href="https://a.test/">l’office</a>.</bilan-note>'


def test_notes_stand_below_the_body_and_lead_back(client: Client, publish: Any) -> None:
    publish(2024, [block(1, "paragraph", {"text": f"<p>Un{NOTE} deux{NOTE}.</p>"})])
    page = read(client, "/bilan/2024/")

    [item] = page.select(".bilan-notes li")
    assert item["id"] == "note-1"
    assert item.select_one("a[href^=http]")["href"] == "https://a.test/"
    back = item.select_one("a[href='#appel-1']")
    assert page.find(id="appel-1")["href"] == "#note-1"
    assert page.find(id="appel-1-2")["href"] == "#note-1"
    assert "note 1" in back["aria-label"]
    assert main(page).count("l’office") == 1
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_a_report_without_notes_has_no_list(client: Client, publish: Any) -> None:
    publish(2024, [block(1, "paragraph", {"text": "<p>Un.</p>"})])

    assert not read(client, "/bilan/2024/").select(".bilan-notes")
