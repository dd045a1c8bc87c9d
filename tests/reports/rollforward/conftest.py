"""A published report with one block of each kind that a year changes."""

import json
from typing import Any

import pytest

from reports.demo import accounts
from reports.desk.set_up import set_up
from reports.identity import remint
from reports.importing.tree import report_index
from reports.models import AnnualReportPage, Indicator, User
from tests.reports.checks import build

HEADINGS = ("Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024")
REREAD = {"raw": "+80 %", "read_as": "plus de 80 %", "url": "/stats"}


def stored(*blocks: build.Block) -> list[dict[str, Any]]:
    """The blocks with an id of its own on everything, as the editor stores them."""
    value = build.BODY.to_python([{"type": kind, "value": value} for kind, value in blocks])
    assert all(child.value for child in value)  # what was not looked at is stored as it came
    return [remint(block, rank) for rank, block in enumerate(build.BODY.get_prep_value(value))]


BODY = stored(
    build.heading("Résultats en 2024", anchor="résultats-en-2024", old=["bilan-chiffré"]),
    build.prose("En 2024, tout va bien."),
    build.indicators(
        HEADINGS,
        ["Produits suivis", "18", "15", REREAD],  # type: ignore[list-item]
        ["Part des femmes", "53 %", "50 %", "45 %"],
        refs=("produits", ""),
        caption="Indicateurs 2024",
    ),
    build.key_figures(("", "35", "équipes en janvier 2025"), ("", "", "et bien d’autres")),
    build.comparison_cards(
        build.compared(
            "Tchap",
            {"En 2023": [("", "190", "agents")], "En 2024": [("", "279", "agents actifs")]},
            growth="+47 %",
        )
    ),
    build.awards(("Mano", "/startups/mano.html", "100 000 €")),
    build.links(("Voir les résultats", "#bilan-chiffré")),
)


@pytest.fixture
def people(db: None) -> dict[str, User]:
    report_index()
    set_up()
    accounts.ensure()
    return {user.username: user for user in User.objects.all()}


@pytest.fixture
def source(people: dict[str, User]) -> AnnualReportPage:
    """The report of 2024, published."""
    Indicator.objects.create(code="produits", name="Produits suivis")
    page = AnnualReportPage(
        title="Bilan 2024", year=2024, slug="2024", introduction="<p>Une année 2024.</p>"
    )
    page.body = json.dumps(BODY)
    report_index().add_child(instance=page)
    page.save_revision().publish()
    return AnnualReportPage.objects.get(pk=page.pk)
