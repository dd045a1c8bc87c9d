"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, data_table, indicators, report

COLUMNS = ("Question", "2023", "2024")

PRIZES = ("Prix", "Motif", "Montant")
WRONG = [
    report(data_table(PRIZES, ("A", "Livre", "3 €"), ("Total", "", ""))),
    report(data_table(PRIZES, ("A", "", "3 €"), ("Total", "", "3 €"))),
    report(data_table(COLUMNS, ("Utile ?", "", "12 %"))),
    report(data_table(COLUMNS, ("Utile ?", " ", "12 %"))),
    report(data_table(COLUMNS, ("", "11 %", "12 %"))),
    report(data_table(COLUMNS, *[(f"Question {n}", "", "") for n in range(9)])),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", ""), caption="")),
    report(chart("Parité", ("2024", ""), columns=("Année", "Femmes"))),
    report(data_table(("", ""), ("Utile ?", ""))),
]
RIGHT = [
    # There is nothing to add up in a column of words.
    report(data_table(PRIZES, ("A", "Livre", "3 €"), ("B", "Film", "4 €"), ("Total", "", "7 €"))),
    report(data_table(COLUMNS, ("Utile ?", "11 %", "12 %"))),
    report(data_table(COLUMNS, ("Utile ?", "ND", "N/A"))),
    report(data_table(COLUMNS, ("Utile ?", "-", "—"))),
    report(data_table(COLUMNS, ("Utile ?", "0", "0 %"))),
    report(data_table(("", "2024"), ("Utile ?", "12 %"))),
    report(data_table(COLUMNS, ("Utile ?",))),
    report(data_table(COLUMNS)),
]
