from tests.reports.checks.build import (
    chart,
    compared,
    comparison_cards,
    data_table,
    indicators,
    report,
)

WRONG = [
    report(data_table(("", "Fall 2021", "Fall 2022"), ("Students", "1", "2"))),
    report(data_table(("Ligne", "Voyages", "Rang en 2023"), ("A", "1", "2"))),
    report(data_table(("Ligne", "En 2022", "En 2023"), ("A", "1", "2"), caption="En 2024")),
    report(data_table(("", "2021-22", "2022-23"), ("Grants", "1", "2"))),
    report(data_table(("", "Résultats 2024", "Résultats 2024"), ("A", "1", "2"))),
    report(comparison_cards(compared("Docs", {"En 2024": [], "En 2024 ": []}))),
    report(indicators(("", "Résultats 2022", "Objectifs 2023", "Résultats 2023"), ("A", "1", "2"))),
    report(data_table(("Sondage", "Moyenne 2023", "Octobre 2022"), ("Répondants", "282", "302"))),
    report(data_table(("Sondage", "Mai 2025", "Juin 2025"), ("Répondants", "282", "302"))),
    report(comparison_cards(compared("Docs", {"En 2022": [], "En 2023": []}))),
    report(chart("Effectifs", ("Agents", "1", "2"), columns=("", "2022", "2023"))),
]
RIGHT = [
    report(data_table(("", "Fall 2022", "Fall 2023"), ("Students", "1", "2"))),
    report(data_table(("", "Rentrée 2022", "Rentrée 2023"), ("Élèves", "1", "2"))),
    # A history; a column of last year beside one of this year without its year.
    report(data_table(("", "2020", "2021", "2022", "2023"), ("Prêts", "1", "2", "3", "4"))),
    report(data_table(("", "2021-22", "2022-23", "2023-24"), ("Grants", "1", "2", "3"))),
    report(data_table(("Rang", "Ligne", "Rang en 2023"), ("1", "Tram A", "2"))),
    report(data_table(("Ligne", "Voyages", "Rang en 2023"), ("A", "1", "2"), caption="En 2024")),
    report(data_table(("Ligne", "Voyages", "Écart depuis 2023"), ("A", "1", "2"))),
    report(indicators(("", "Résultats 2023", "Objectifs 2024", "Résultats 2024"), ("A", "1", "2"))),
    report(data_table(("Sondage", "Janvier 2025", "Octobre 2023"), ("Répondants", "282", "302"))),
    report(data_table(("Poste", "Montant"), ("Animation", "12 €"))),
    report(comparison_cards(compared("Docs", {"En 2023": [], "En 2024": []}))),
    report(comparison_cards(compared("Docs", {"Avant": [], "Après": []}))),
    report(data_table(("Indicateur", "Objectif 2025", "Objectif 2026"), ("Services", "5", "6"))),
    report(data_table(("Promotion", "2000 agents"), ("Lyon", "12"))),
    report(indicators(())),
]
