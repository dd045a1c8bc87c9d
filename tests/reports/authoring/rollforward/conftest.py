"""A published report with one block of each kind that a year changes."""

import json
from typing import Any

import pytest

from reports.authoring.rollforward.expected_fields import ExpectedField, iterate_fields
from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage, Indicator, User
from reports.content.site_tree import report_index
from reports.core.document import read
from reports.core.document.block_ids import derive_new_ids
from tests.reports.checks import build
from tests.reports.people import make_people

HEADINGS = ("Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024")
REPORT_BODY = ReportBody()
REREAD = {"raw": "+80 %", "read_as": "plus de 80 %", "url": "/stats"}


def stored(*blocks: build.Block) -> list[dict[str, Any]]:
    """The blocks with an id of its own on everything, as the editor stores them."""
    value = REPORT_BODY.to_python([{"type": kind, "value": value} for kind, value in blocks])
    assert all(child.value for child in value)  # what was not looked at is stored as it came
    return [
        derive_new_ids(block, rank) for rank, block in enumerate(REPORT_BODY.get_prep_value(value))
    ]


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
    return make_people()


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


def list_fields(page: AnnualReportPage) -> list[ExpectedField]:
    """Return the fields of a draft that may wait for a value."""
    return list(iterate_fields(page, read(page.body.get_prep_value())))
