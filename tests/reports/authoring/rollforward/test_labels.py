"""Which years of a label move on, and which stay."""

import pytest

from reports.authoring.rollforward.labels import Step, move_years

NEXT = Step(2024, 2025)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Résultats 2024", "Résultats 2025"),
        ("En 2023", "En 2024"),
        ("En janvier 2025", "En janvier 2026"),
        ("Évolution 2023-2024", "Évolution 2024-2025"),
        ("Évolution 2019-2024", "Évolution 2019-2025"),
        ("Trois incubateurs créés en 2024", "Trois incubateurs créés en 2025"),
        ("Services suivis depuis 2024", "Services suivis depuis 2024"),
        ("La loi de finances pour 2024", "La loi de finances pour 2024"),
        ("Feuille de route 2023-2027", "Feuille de route 2023-2027"),
        ("Objectif 2030", "Objectif 2030"),
        ("2024 €", "2024 €"),
        ("17 incubateurs", "17 incubateurs"),
    ],
)
def test_a_label_a_year_later(before: str, after: str) -> None:
    assert move_years(before, NEXT) == after


def test_more_than_a_year_later() -> None:
    assert move_years("Résultats 2023 et 2024", Step(2024, 2026)) == "Résultats 2025 et 2026"
