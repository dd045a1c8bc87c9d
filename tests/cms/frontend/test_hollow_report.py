"""A report that was just begun: its preview says what is missing, and suggests nothing as said."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from reports.models import AnnualReportPage, User
from reports.previews import links
from reports.rollforward.new_report import roll_forward
from tests.reports.checks import build
from tests.reports.rollforward.conftest import stored

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
