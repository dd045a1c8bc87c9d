"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, data_table, indicators, report

WRONG = [
    report(data_table(("Question", "Avis", "avis", "2024"), ("Utile ?", "1", "2", "3"))),
    report(
        data_table(("Question", "Avis", "Avis", "2024", "2024"), ("Utile ?", "1", "2", "3", "4"))
    ),
    report(data_table(("En 2024", "En 2024"), ("Utile ?", "1"))),
    report(data_table(("Question", "Moyenne", "moyenne "), ("Utile ?", "1", "2"))),
    report(indicators(("Indicateurs", "Résultats  2024", "Résultats 2024"), ("A", "1", "2"))),
    report(chart("Parité", ("2024", "1", "2"), columns=("Année", "Agents", "Agents"))),
    report(data_table(("Total", "Total"), ("Utile ?", "1"), caption="")),
]
RIGHT = [
    # The check of columns tells of a year that stands twice.
    report(data_table(("Question", "2024", "2024"), ("Utile ?", "1", "2"))),
    report(data_table(("Compte", "Exercice 2023", "Exercice 2023"), ("Dons", "1", "2"))),
    report(data_table(("Question", "2023", "2024"), ("Utile ?", "1", "2"))),
    report(data_table(("", "", ""), ("Utile ?", "1", "2"))),
    report(indicators(("Indicateurs", "Objectifs 2024", "Résultats 2024"), ("A", "1", "2"))),
    report(data_table(("Question", "Juin 2023", "Juin 2024"), ("Utile ?", "1", "1"))),
    report(chart("Effectifs", ("2024", "12"), ("2024", "12"))),
    report(data_table(())),
]
