"""A table is read as awards only if its heads say so; else it is a table with all its words."""

import pytest

from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognition import recognise

ROW = "**[Alpha](/startups/alpha.html)** : trouver un guichet"


def read(text: str) -> list[Draft]:
    origin = source.Source("bilan.md", text, 1, {}, "")
    found = recognise(origin, None, 2032)
    seen = fidelity.list_visible_words(text, "")
    score = fidelity.compare_words(seen, loss.list_draft_words(found.drafts))
    assert (score.lost, score.added) == ((), ())
    return found.drafts


def draw(heads: list[str], *rows: list[str]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def read_kind(heads: list[str], *rows: list[str], above: str = "## Appel") -> str:
    return read(f"{above}\n\n{draw(heads, *rows)}")[-1].kind


@pytest.mark.parametrize(
    "head",
    [
        "Montant alloué",
        "Montant attributé",
        "Montants attribués (en 2031)",
        "Subvention accordée",
        "Subvention",
        "Dotation",
        "Financement obtenu",
        "Aide reçue",
        "Amount awarded",
        "Grant",
    ],
)
def test_one_column_of_money_that_is_named_as_awarded_proves_awards(head: str) -> None:
    assert read_kind(["Service", head], [ROW, "150 000 €"]) == "funding_table"


@pytest.mark.parametrize(
    "head",
    [
        "Montant",
        "Montant (€)",
        "Financement",
        "Budget alloué",
        "Coût",
        "Subvention demandée",
        "Montant maximum attribué",
        "Subvention par usager",
        "Économies obtenues",
        "Chiffre d’affaires obtenu",
        "Amount",
        "Grant requested",
        "",
    ],
)
def test_another_head_of_money_proves_nothing(head: str) -> None:
    rows = [ROW, "150 000 €"], ["**[Bêta](/startups/beta.html)**", "80 000 €"]
    assert read_kind(["Service", head], *rows, above="## Lauréats FAST 14") != "funding_table"


@pytest.mark.parametrize("cell", ["1 200", "85 %", "en cours", ""])
def test_what_is_no_money_is_no_award(cell: str) -> None:
    assert read_kind(["Service", "Montant alloué", "Usagers"], [ROW, cell, "3"]) == "data_table"


def test_two_columns_of_what_was_awarded_prove_nothing() -> None:
    heads = ["Service", "Montant attribué en 2031", "Montant attribué en 2032"]
    assert read_kind(heads, [ROW, "1 000 €", "2 000 €"]) == "data_table"
    heads = ["Service", "Subvention demandée", "Subvention accordée"]
    assert read_kind(heads, [ROW, "2 000 €", "1 000 €"]) == "funding_table"


@pytest.mark.parametrize("name", ["Total", "2031", "En 2031"])
def test_a_row_that_names_nobody_proves_that_the_table_is_another(name: str) -> None:
    assert read_kind(["Service", "Subvention"], [ROW, "3 €"], [name, "3 €"]) != "funding_table"


@pytest.mark.parametrize(
    "heads",
    [
        ["Commune", "Projet"],
        ["Projet", "Commune"],
        ["Association bénéficiaire", "Projet"],
        ["Projet", "Lauréats"],
        ["Porteur", "Projet"],
        ["Council", "Project"],
    ],
)
def test_two_columns_that_may_name_who_received_it_prove_nothing(heads: list[str]) -> None:
    rows = ["Arleuf", "Cantine", "20 000 €"], ["Brassy", "Halle", "3 000 €"]
    *_, draft = read(f"## Les lauréats\n\n{draw([*heads, 'Subvention accordée'], *rows)}")
    assert (draft.kind, draft.heads) == ("data_table", [])
    assert [column.heading for column in draft.value["table"].columns[:2]] == heads


@pytest.mark.parametrize(
    ("heads", "cell"),
    [
        (["Lauréat", "Commune"], "Arleuf"),
        (["Lauréat", "Projet"], "une halle"),
        (["Projet", "Communes"], "12"),
        (["Service", "Porteur"], "Arleuf"),
        (["Projet", "Région"], "Centre"),
    ],
)
def test_one_column_that_names_who_received_it_proves_awards(heads: list[str], cell: str) -> None:
    assert read_kind([*heads, "Subvention accordée"], ["Alpha", cell, "3 €"]) == "funding_table"


def test_links_are_services_below_words_of_a_round_alone() -> None:
    rows = ["[Lyon](/communes/lyon.html)", "pont", "3 000 €"]
    heads = ["Commune", "Ouvrage", "Subvention accordée"]
    assert read_kind(heads, rows, above="## Travaux") == "data_table"
    assert read_kind(heads, rows, above="## Les lauréats") == "funding_table"


def read_awards(text: str) -> list[tuple[str, str, str, str]]:
    """Return the name, mission, amount and note of each award, as readers have them."""
    *_, draft = read(text)
    table = draft.value["table"].below_caption(draft.value["caption"])
    return [(a.head, a.mission, a.amount.raw, a.note.plain) for a in table.awards]


def test_the_amount_is_that_of_its_head_wherever_it_stands() -> None:
    table = draw(["Service", "Montant alloué", "Usagers"], [ROW, "150 000 €", "1 200"])
    assert read_awards(table) == [("Alpha", "", "150 000 €", "trouver un guichet")]


def test_a_mission_is_that_of_its_head_or_none() -> None:
    row = ["Alpha", "Nord", "planter", "3 €"]
    named = draw(["Service", "Région", "Mission", "Montant alloué"], row)
    other = draw(["Service", "Région", "Description", "Montant alloué"], row)
    assert [mission for _, mission, _, _ in read_awards(named)] == ["planter"]
    assert [mission for _, mission, _, _ in read_awards(other)] == [""]
    [service] = read(other)[-1].heads
    assert service is not None
    assert service.fields == (("mission", ""),)


def test_a_link_before_a_colon_is_a_name_and_the_rest_its_note() -> None:
    row = ["[Alpha](/startups/alpha.html) – trouver un guichet", "3 €"]
    *_, draft = read(draw(["Service", "Montant alloué"], row))
    [named] = draft.heads
    [found] = draft.value["table"].rows
    assert (named and named.name, named and named.key) == ("Alpha", "alpha")
    assert (found.head, found.note) == ("Alpha", "trouver un guichet")
    assert found.url == "/startups/alpha.html"


def read_rounds(text: str) -> list[str]:
    tables = [draft for draft in read(text) if draft.kind == "funding_table"]
    rounds = [draft.value["funding_round"] for draft in tables]
    return [round_.name if round_ else "" for round_ in rounds]


TABLE = draw(["Service", "Montant alloué (€)"], ["Alpha", "3"])


def test_a_round_is_named_by_its_caption_then_by_its_heading() -> None:
    above = "## Lauréats FAST 14\n\n"
    first = f"Tableau 1 – Promotion Tilleul (en k€)\n\n{TABLE}\n"
    second = f"Tableau 2 : Lauréats du fonds Orme\n\n{TABLE}\n"
    assert read_rounds(above + first + second) == ["Tilleul", "Fonds Orme"]
    assert read_rounds(f"{above}{TABLE}\nWords.\n\n{TABLE}") == ["FAST 14", "FAST 14"]
    assert read_rounds(f"{above}En k€\n\n{TABLE}") == ["FAST 14"]
    assert read_rounds(TABLE) == [""]


def test_a_unit_above_the_table_makes_money_of_its_numbers() -> None:
    table = draw(["Service", "Subvention accordée"], ["Alpha", "150"])
    assert read(f"Tableau 1 – Lauréats (en k€)\n\n{table}")[-1].kind == "funding_table"
    assert read(f"Tableau 1 – Lauréats\n\n{table}")[-1].kind == "data_table"


LISTED = "<ul><li>Nord</li><li>Sud</li></ul>"
REPORT = f"""---
title: Rapport d’activité 2031
date: 2031-11-4T09:30
---
## Les appels

Tableau 1 – Lauréats de l’appel Tilleul

{draw(["Service", "Montant alloué", "Usagers"], [ROW, "150 000 €", "1 200"])}
Tableau 2 – Lauréats de l’appel Orme

{draw(["Service", "Région", "Montant alloué"], ["Bêta", LISTED, "3 €"])}
## Les services

{draw(["Service", "Usagers", "Montant"], [ROW, "1 200", "150 000 €"])}"""
ASKED = """{ report(year: 2031) { body { __typename
  ... on FundingTableBlock { fundingRound { name } awards { name mission amount { raw } } }
  ... on DataTableBlock { rows { name cells { text } } }
} } }"""


@pytest.mark.django_db
def test_an_imported_report_answers_with_what_its_heads_say(import_file, client) -> None:
    import_file(REPORT, publish=True)
    answer = client.post("/graphql/", {"query": ASKED}, content_type="application/json").json()
    body = [block for block in answer["data"]["report"]["body"] if len(block) > 1]
    assert body == [
        {
            "__typename": "FundingTableBlock",
            "fundingRound": {"name": "L’appel Tilleul"},
            "awards": [{"name": "Alpha", "mission": "", "amount": {"raw": "150 000 €"}}],
        },
        {
            "__typename": "FundingTableBlock",
            "fundingRound": {"name": "L’appel Orme"},
            "awards": [{"name": "Bêta", "mission": "", "amount": {"raw": "3 €"}}],
        },
        {
            "__typename": "DataTableBlock",
            "rows": [
                {
                    "name": "Alpha",
                    "cells": [{"text": "1\u202f200"}, {"text": "150\u202f000\u00a0€"}],
                }
            ],
        },
    ]
