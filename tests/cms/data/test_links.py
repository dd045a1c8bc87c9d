"""Readers of a report find its data: all of them at its head, those of a block below it."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from ..frontend.page import read, words
from .answers import ask_report, list_figures, read_rows

pytestmark = pytest.mark.django_db

FACTS = (("", "35", "services"), ("", "12", "agents"), ("Coût :", "0,42 €", ""))
CARD = {"En 2023": [("", "190", "agents")], "En 2024": [("", "279", "agents actifs")]}
BODY = stored(
    build.heading("Résultats"),
    build.key_figures(*FACTS, title="En bref"),
    build.fact_list(*FACTS),
    build.fact_list(("Rien", "", "")),
    build.impact_cards(build.card("Mano", *FACTS)),
    build.comparison_cards(build.compared("Tchap", CARD, growth="+47 %")),
    build.budget(("Produits", "3 370 820 €", "2 ETP"), ("Équipes", "1 406 165 €", "3,7 ETPT")),
    build.awards(("Mano", "Aider.", "30 000 €")),
)


def list_links(client: Client, address: str) -> list[str]:
    links = read(client, address).select(".bilan-tools a[href$='.csv']")
    return [str(link["href"]) for link in links]


def test_each_block_with_figures_leads_to_them(client: Client, publish: Any) -> None:
    publish(2024, BODY)
    links = list_links(client, "/bilan/2024/")
    blocks = ask_report(client, 2024)["body"]
    named = {f"/bilan/2024/donnees/{block['id']}.csv": block for block in blocks}
    assert len(links) == 6
    for link in links:
        rows = read_rows(client.get(link))
        stated = [figure["value"] for _, figure in list_figures(named[link])]
        values = [row["valeur"] for row in rows if row["etat"] == "VALUE"]
        assert values == stated
        assert len(values) >= 1


def test_an_old_version_leads_to_its_own(client: Client, publish: Any) -> None:
    publish(2024, BODY)
    number = models.ReportVersion.objects.latest("number").number
    links = list_links(client, f"/bilan/2024/v/{number}/")
    assert len(links) == 6
    for link in links:
        assert link.startswith(f"/bilan/2024/v/{number}/donnees/")
        assert client.get(link).status_code == 200


def test_cards_say_of_whom_of_what_and_of_when(client: Client, publish: Any) -> None:
    publish(2024, BODY)
    cards = next(b for b in ask_report(client, 2024)["body"] if "comparisonCards" in b)
    rows = read_rows(client.get(f"/bilan/2024/donnees/{cards['id']}.csv"))
    assert [(r["ligne"], r["colonne"], r["periode"], r["valeur"]) for r in rows] == [
        ("Tchap", "agents", "En 2023", "190"),
        ("Tchap", "agents actifs", "En 2024", "279"),
        ("Tchap", "Évolution", "", "47"),
    ]


def test_a_block_without_figures_has_no_data(client: Client, publish: Any) -> None:
    publish(2024, BODY)
    empty = ask_report(client, 2024)["body"][3]
    assert client.get(f"/bilan/2024/donnees/{empty['id']}.csv").status_code == 404


@pytest.mark.parametrize(("is_old", "start"), [(False, "/bilan/2024/"), (True, "/bilan/2024/v/2/")])
def test_the_list_leads_to_every_file(
    client: Client, publish: Any, is_old: bool, start: str
) -> None:
    publish(2024, BODY)
    given = {"report": {"path": "/bilan/2024/"}, "version": {"path": "/bilan/2024/v/2/"}}
    html = render_to_string("frontend/data_links.html", given | {"is_old": is_old, "visit": {}})
    for ending in ("csv", "json", "ods", "schema.json"):
        assert f'href="{start}donnees.{ending}"' in html
        assert client.get(f"{start}donnees.{ending}").status_code == 200
    for address in ("/donnees/bilans.csv", "/catalog.jsonld"):
        assert f'href="{address}"' in html
        assert client.get(address).status_code == 200


def test_a_draft_has_no_data() -> None:
    draft = {"visit": {"drafts": True}, "report": {"path": "/bilan/2024/"}}
    assert words(render_to_string("frontend/data_links.html", draft)) == ""


def test_every_page_names_the_catalogue(client: Client, publish: Any) -> None:
    publish(2024)
    link = read(client, "/bilan/2024/").select_one('link[type="application/ld+json"]')
    assert link
    assert link["href"] == "/catalog.jsonld"
