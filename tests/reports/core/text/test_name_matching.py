"""Which printed names are the same, and which are alike."""

import pytest

from reports.core.text.name_matching import find_likely_name, is_same_name, similarity

SAME = [
    ("Élèves formés", "ELEVES  FORMES"),
    ("Part des femmes", "Part\u00a0des\u202ffemmes "),
    ("L’impact", "L'impact"),
    ("Produits (1)", "Produits"),
    ("Produits ¹", "Produits [2]"),
    ("Produits *", "Produits"),
    ("Produits¹² suivis", "Produits suivis"),
    ("Œuvres", "oeuvres"),
    ("Éco\u00adconception", "Écoconception"),
    ("Bureaux en m² (3)", "Bureaux en m²"),
]
OTHER = [
    ("Produits", "Produits suivis"),
    ("Part (%)", "Part (€)"),
    ("Budget (2023)", "Budget (2024)"),
    ("Promotion 14", "Promotion 15"),
    ("Bureaux en m²", "Bureaux en m³"),
    ("Taux > 5 %", "Taux < 5 %"),
    ("Agent(s)", "Agent"),
    ("", "Produits"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_accents_case_spaces_and_note_marks_make_no_other_name(one: str, other: str) -> None:
    assert is_same_name(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words_numbers_and_signs_do(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_likeness_goes_from_none_to_all() -> None:
    assert similarity("Agents", "agents (1)") == 1
    assert similarity("Agents", "Pix") == 0
    assert similarity("Part des femmes", "Part des hommes") > similarity(
        "Part des femmes", "Agents"
    )


def test_a_name_with_a_remark_is_likely_that_without() -> None:
    known = ["Produits", "Produits à impact national", "Part : femmes"]

    assert (
        find_likely_name("Produits à impact national (qui répondent aux critères)", known)
        == known[1]
    )
    assert find_likely_name("PRODUITS A IMPACT NATIONAL", ["Produits à impact national : nombre"])
    assert find_likely_name("Produits à impacts nationaux", known) == known[1]
    assert find_likely_name("Part : hommes", ["Part : femmes de la fonction publique"]) == ""
    assert find_likely_name("Produits lancés", known) == ""
    assert find_likely_name("(en %)", ["", "Produits"]) == ""
