"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, data_table, indicators, report

COLUMNS = ("Question", "2023", "2024")

WRONG = [
    report(data_table(COLUMNS, ("Utile ?", "12 %"))),
    report(data_table(COLUMNS, ("Utile ?", "12 %", "13 %", "14 %"))),
    report(data_table(COLUMNS, ("Utile ?", "1", "2"), ("Simple ?", "1"), ("Rapide ?",))),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "11", "12"), caption="")),
    report(chart("Parité", ("2024", "17"), columns=("Année", "Femmes", "Hommes"))),
    report(data_table(COLUMNS, ())),
    report(data_table(COLUMNS, *[(f"Question {n}", "1") for n in range(9)])),
]
RIGHT = [
    report(data_table(COLUMNS, ("Utile ?", "12 %", "13 %"))),
    report(data_table(COLUMNS, ("Utile ?", "", ""))),
    report(data_table(COLUMNS)),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "11"))),
    report(chart("Parité", ("2024", "17", "20"), columns=("Année", "Femmes", "Hommes"))),
    report(chart("Effectifs", alt="Courbe")),
]
