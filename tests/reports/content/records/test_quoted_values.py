"""What a report said of a record, as it printed it."""

import pytest

from reports.content.models import Incubator, Indicator, Service, Term
from reports.content.records.quoted_values import quote_values
from reports.content.records.references import find_references
from reports.core.document import read
from tests.reports.content.records.conftest import Block, block, card, fact, indicators

pytestmark = pytest.mark.django_db


def lines(stored: Block) -> list[tuple[str, str]]:
    (reference,) = find_references(read([stored]))
    return [(v.label, " ".join(v.text.split())) for v in quote_values(reference)]


def test_a_card_says_its_mission_and_its_facts_under_their_printed_labels(mano: Service) -> None:
    facts = [fact("442", "organisations"), fact("+80 %", "de maraudes")]
    printed = {"mission_heading": "Sa mission", "facts_heading": "Son impact"}
    stored = card(mano, mission="Aider.", facts=facts, url="/mano", **printed)
    assert lines(stored) == [
        ("Nom", "Mano"),
        ("Sa mission", "Aider."),
        ("Son impact", "442 organisations"),
        ("Son impact", "+80 % de maraudes"),
    ]


def test_a_comparison_says_each_period(mano: Service) -> None:
    period = block("item", {"heading": "En 2023", "facts": [fact("12", "villes")]})
    growth = {"before": "", "figure": "x2", "after": "en un an", "url": ""}
    value = {"service": mano.pk, "name": "Mano", "periods": [period], "growth": growth}
    stored = block("comparison_cards", {"cards": [block("item", value)]})
    assert lines(stored)[1:] == [("En 2023", "12 villes"), ("Évolution", "x2 en un an")]


def test_a_row_says_its_cells_under_their_heads(products: Indicator) -> None:
    heads = ("Indicateurs", "Résultats 2023", "Objectifs 2024")
    stored = indicators(products, "Produits", "217", "", heads=heads)
    assert lines(stored) == [("Indicateurs", "Produits"), ("Résultats 2023", "217")]


def test_a_row_that_is_too_short_or_too_long_says_what_it_can(products: Indicator) -> None:
    assert lines(indicators(products, heads=("Indicateurs",))) == []
    assert lines(indicators(products, "a", "1", heads=("b",))) == [("b", "a")]


def test_an_incubator_and_a_term_say_what_is_beside_them(fabrique: Incubator) -> None:
    item = {"incubator": fabrique.pk, "name": "Fabrique", "owner": "MTE"}
    group = block("item", {"lead": "dont", "incubators": [block("item", item)]})
    stored = block("incubator_list", {"groups": [group]})
    assert lines(stored) == [("Nom", "Fabrique"), ("Administration", "MTE")]
    term = Term.objects.create(name="FAST", slug="fast")
    item = {"name": "FAST", "definition": "<p>Un <b>fonds</b>.</p>", "term": term.pk}
    stored = block("definitions", {"items": [block("item", item)]})
    assert lines(stored) == [("Terme", "FAST"), ("Définition", "Un fonds.")]
