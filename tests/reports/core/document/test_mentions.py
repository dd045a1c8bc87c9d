"""Mentions: every confirmed reference to a record, what is printed there, and where."""

import json
from typing import Any

from reports.core.document import read
from reports.core.document.mentions import list_mentions
from tests.reports_graphql.bodies import block, every_block, fact, item, row, table, uid

KEYS = dict.fromkeys(("service", "incubator", "funding_round", "term", "picture", "document"), 7)


def facts_of(mention: Any) -> list[str]:
    return [fact.line for fact in mention.facts]


def test_a_body_mentions_its_records_in_order() -> None:
    mentions = list_mentions(read(every_block(KEYS)))

    assert [(m.refers_to, m.key, m.kind, m.id, m.name) for m in mentions] == [
        ("term", 7, "definition", uid(501), "ETP"),
        ("indicator", "lances", "indicator_table", uid(1201), "Lancés"),
        ("funding_round", 7, "funding_table", uid(13), "Lauréats"),
        ("service", "mano.beta", "funding_table", uid(1301), "MANO"),
        ("service", 7, "impact_card", uid(1701), "MANO"),
        ("service", 7, "comparison_card", uid(1801), "MANO"),
        ("service", 7, "service_line", uid(1901), "MANO"),
        ("incubator", 7, "listed_incubator", uid(2002), "La Fabrique"),
    ]
    assert [m.anchor for m in mentions] == ["chiffres"] + ["tableaux"] * 7


def test_what_is_printed_about_a_service_is_figures() -> None:
    mentions = list_mentions(read(every_block(KEYS)))
    _, _, _, award, impact, comparison, line, _ = mentions

    assert facts_of(award) == ["Montant 100\u202f000\u00a0€"]
    assert award.facts[0].figure.value == 100_000
    assert facts_of(impact) == ["442 organisations"]
    assert facts_of(comparison) == ["300 agents", "+47\u00a0% d’agents"]
    assert facts_of(line) == []
    assert [m.card and m.card.id for m in mentions[3:7]] == [None, uid(1701), uid(1801), None]


def award(headings: list[str], *cells: str) -> list[str]:
    stored = {"table": table(1310, headings, row(1301, *cells, ref="mano"))}
    (mention,) = list_mentions(read([block(13, "funding_table", stored)]))
    return facts_of(mention)


def test_columns_of_words_state_no_figure() -> None:
    assert award(["Produit", "Mission", "En 2023", "En 2024"], "MANO", "12 mois", "", "3 €") == [
        "En 2024 3\u00a0€"
    ]
    assert award(["Produit", "Montant"], "MANO", "3 €") == ["Montant 3\u00a0€"]
    assert award(["Produit"], "MANO") == []
    assert award(["Produit", "Mission"], "MANO", "Aider.", "4 €") == ["4\u00a0€"]  # a long row


def test_an_unconfirmed_reference_mentions_nothing() -> None:
    text = json.dumps(every_block(KEYS))
    renamed = read(text.replace('"service": 7', '"service": 7, "reference_name": "Autre"'))
    assert [m.kind for m in list_mentions(renamed) if m.refers_to == "service"] == ["funding_table"]
    stored = {"table": table(1310, ["Produit"], row(1301, "MANO", ref="mano", ref_name="Autre"))}
    assert list_mentions(read([block(13, "funding_table", stored)])) == []


def test_holes_mention_nothing() -> None:
    stored = {"cards": [item(1, {"name": "MANO", "facts": [item(2, fact("3"))]})]}
    rows = {"table": table(9, ["A"], row(8, "MANO", ref="mano"))}
    assert list_mentions(read([block(3, "impact_cards", stored)])) == []
    assert list_mentions(read([block(4, "data_table", rows)])) == []  # refers to nothing
