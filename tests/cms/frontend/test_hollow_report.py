"""A report that was just begun: its preview says what is missing, and suggests nothing as said."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from reports.authoring.rollforward.new_report import roll_forward
from reports.content.models import AnnualReportPage, User
from reports.core.document.grid import join_ids
from reports.publishing.previews import links
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.django_db

SUGGESTED = ("utilisateurs actifs", "équipes", "villes", "d’agents", "organisations")


@pytest.fixture
def blocks() -> list[dict[str, Any]]:
    return stored(
        build.key_figures(("En 2024 :", "12 345", "utilisateurs actifs"), ("", "35", "équipes")),
        build.fact_list(("Dans", "12", "villes")),
        build.data_table(("Enquête", "Moyenne 2024"), ("Usage", "17")),
        build.chart("Services en 2024", ["DINUM", "59"], transcription="<p>59 à la DINUM</p>"),
        build.chart("Courbe", picture=3, alt="Une courbe"),
        build.budget(("Animation", "1 406 165 €", "3,7 ETPT")),
        build.impact_cards(build.card("Mano", ("", "442", "organisations"))),
        build.comparison_cards(
            build.compared("Tchap", {"En 2024": [("", "279", "agents")]}, ("", "+47 %", "d’agents"))
        ),
        build.awards(("Mano", "/startups/mano.html", "100 000 €")),
        build.picture("Courbe", "Effectifs", picture=3),
        build.download("Télécharger le bilan 2024", document=5),
    )


@pytest.fixture
def page(publish: Any, blocks: list[dict[str, Any]]) -> AnnualReportPage:
    source = publish(2024, blocks)
    return AnnualReportPage.objects.get(pk=roll_forward(source, 2025).report_id)


def shown(response: Any) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml").find("main")


def test_a_draft_says_what_is_missing_where_it_is(client: Client, page: AnnualReportPage) -> None:
    user = User.objects.create_superuser("editor")
    token = links.build_token(links.make_review(user, page, 7, ""))
    main = shown(client.get(f"/relecture/{token}/"))
    text = main.get_text(" ", strip=True)
    assert not [words for words in SUGGESTED if words in text]
    for missing in (
        "À compléter – ce chiffre manque",
        "À compléter – cette ligne manque",
        "À compléter – il manque de quoi dessiner ce graphique",
        "À compléter – l’image manque ou n’est pas publique",
        "À compléter – le document manque ou n’est pas public",
        "À compléter – ce tableau n’a aucune ligne",
    ):
        assert missing in text
    assert "indisponible" not in text
    assert all(item.get_text(strip=True) for item in main.select("li, td, th, dd, p, figcaption"))


def test_readers_would_see_nothing_broken(client: Client, page: AnnualReportPage) -> None:
    """It is not published like this; code that does so all the same leaves no empty item."""
    AnnualReportPage.objects.filter(pk=page.pk).update(live=True, has_unpublished_changes=False)
    main = shown(client.get("/bilan/2025/"))
    assert not [words for words in SUGGESTED if words in main.get_text(" ", strip=True)]
    assert all(item.get_text(strip=True) for item in main.select("li, td, th, dd, p"))


MARKED = """{ report(year: 2025) { essentials {
  label figureId figure { raw state } previous { raw } } } }"""


@pytest.fixture
def marked() -> list[dict[str, Any]]:
    """Blocks of which a fact, a row and a card are marked, and one mark that nothing fills."""
    heads = ("Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024")
    blocks = stored(
        build.key_figures(("", "248", "services en 2024"), ("", "35", "équipes")),
        build.indicators(heads, ["Lancés", "7", "8", "11"], ["Part", "53 %", "50 %", "45 %"]),
        build.impact_cards(build.card("Mano", ("", "442", "organisations"))),
    )
    facts = blocks[0]["value"]["groups"][0]["value"]["facts"]
    facts[0]["value"]["leading"] = True
    blocks[1]["value"]["table"]["rows"][0]["leading"] = True
    blocks[2]["value"]["cards"][0]["value"]["leading"] = True
    return blocks


def test_marks_wait_for_the_figures_of_the_new_year(
    client: Client, publish: Any, marked: list[dict[str, Any]]
) -> None:
    page = AnnualReportPage.objects.get(pk=roll_forward(publish(2024, marked), 2025).report_id)
    token = links.build_token(
        links.make_review(User.objects.create_superuser("editor"), page, 7, "")
    )
    asked = {"query": MARKED}
    headers = {"X-Preview-Token": token}
    answer = client.post("/graphql/", asked, content_type="application/json", headers=headers)
    essentials = answer.json()["data"]["report"]["essentials"]
    assert [
        (each["label"], each["figure"]["state"], each["previous"]["raw"]) for each in essentials
    ] == [
        ("services en 2025", "EMPTY", "248"),
        ("Lancés", "EMPTY", "11"),
        ("Mano : organisations", "EMPTY", "442"),
    ]
    table = next(
        block.value["table"] for block in page.body if block.block_type == "indicator_table"
    )
    assert essentials[1]["figureId"] == join_ids(table.rows[0], table.columns[3])

    shown_there = shown(client.get(f"/relecture/{token}/")).select_one(".bilan-essentials")
    text = shown_there.get_text(" ", strip=True)
    assert text.count("À compléter – ce chiffre manque") == 3
    assert "248 dans le bilan 2024" in text


def test_the_public_sees_no_mark_without_its_figure(
    client: Client, publish: Any, marked: list[dict[str, Any]]
) -> None:
    page = AnnualReportPage.objects.get(pk=roll_forward(publish(2024, marked), 2025).report_id)
    AnnualReportPage.objects.filter(pk=page.pk).update(live=True, has_unpublished_changes=False)
    answer = client.post("/graphql/", {"query": MARKED}, content_type="application/json")
    assert answer.json()["data"]["report"]["essentials"] == []
