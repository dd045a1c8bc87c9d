from tests.reports.checks.build import data_table, indicators, report

ROW = ("Agents", "220", "217")

WRONG = [
    report(indicators(("Indicateurs", "Objectifs 2023", "Résultats 2024"), ROW)),
    report(data_table(("Item", "Target 2023", "Result 2024"), ROW)),
    report(indicators(("Indicateurs", "Résultats 2024", "Cible 2022"), ROW)),
    report(data_table(("Item", "Target 2022-23", "Result 2023-24"), ROW), year=2024),
    report(
        indicators(("Indicateurs", "Objectif 2022", "Objectif 2023", "Réalisé 2024"), (*ROW, "9"))
    ),
]
RIGHT = [
    report(indicators(("Indicateurs", "Objectifs 2024", "Résultats 2024"), ROW)),
    report(indicators(("Indicateurs", "Résultats 2024", "Objectifs 2025"), ROW)),
    report(
        indicators(
            ("Indicateurs", "Résultats 2023", "Objectifs 2023", "Résultats 2024"), (*ROW, "9")
        )
    ),
    report(indicators(("Indicateurs", "Résultats 2023", "Résultats 2024"), ROW)),
    report(data_table(("Item", "Target", "Result 2024"), ROW)),
    report(data_table(("Item", "Target 2021", "Result 2022"), ROW)),
]
