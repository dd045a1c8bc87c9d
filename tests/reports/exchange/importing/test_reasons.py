"""Each block of an import says why it was taken for what it is."""

import re
from pathlib import Path

import pytest

from reports.core.document.block import BLOCKS
from reports.core.document.table import Cell, Column, Row, Table
from reports.exchange.importing import recognise
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.reasons import COMMENTED, EXPLAINED, REASONS, explain_type

RECOGNISERS = Path(recognise.__file__).parent
MADE = re.compile(r'\bDraft\(\s*"(?P<kind>\w+)"(?P<rest>[^\n]*)')


def test_each_type_that_a_recogniser_makes_has_a_reason() -> None:
    sources = "\n".join(each.read_text(encoding="utf-8") for each in RECOGNISERS.glob("*.py"))
    made = {found["kind"] for found in MADE.finditer(sources) if "reason=" not in found["rest"]}
    assert made - {"heading"} <= {*REASONS, *EXPLAINED} <= {*BLOCKS}
    assert len(made) > 10
    assert all(sentence.endswith(".") for sentence in REASONS.values())


def build_table(kind: str, heads: tuple[str, ...], *rows: tuple[str, ...]) -> Draft:
    made = tuple(Row(tuple(map(Cell, cells))) for cells in rows)
    return Draft(kind, 1, {"caption": "", "table": Table(tuple(map(Column, heads)), made)})


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (
            build_table("data_table", ("Produit", "Montant"), ("Mano", "80 000 €")),
            "La colonne « Montant » est en argent, mais rien ne dit qu’il a été attribué.",
        ),
        (
            build_table(
                "data_table", ("Commune", "Projet", "Aide reçue"), ("Arleuf", "Halle", "3 €")
            ),
            "La tête « Aide reçue » dit ce qui a été attribué, mais rien de sûr ne dit à qui.",
        ),
        (
            build_table("data_table", ("Verger", "Arbres"), ("Le Sorbier", "220")),
            "Rien n’y prouve des indicateurs, un financement ou un budget.",
        ),
        (
            build_table("funding_table", ("Produit", "Subvention"), ("Mano", "80 000 €")),
            "La tête « Subvention » dit ce qui a été attribué ; les lignes nomment des services.",
        ),
        (
            build_table("indicator_table", ("Indicateur", "Résultats 2031"), ("Haies", "3")),
            "Des têtes disent une période et un résultat ou un objectif : « Résultats 2031 ».",
        ),
        (Draft("chart", 1, {"data": Table()}), "Une image dont le titre ou la transcription"),
        (Draft("callout", 1, {}, reason="Un cadre autour d’un chiffre."), "Un cadre autour d"),
        (Draft("heading", 1, {}), ""),
        (Draft("budget", 1, {}, is_commented=True), COMMENTED),
    ],
)
def test_the_sentence_names_what_proves_the_type(draft: Draft, sentence: str) -> None:
    assert explain_type(draft).startswith(sentence)
    assert bool(explain_type(draft)) is bool(sentence)
