"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import awards, chart, data_table, indicators, report

COLUMNS = ("Question", "2023", "2024")
USEFUL, CLEAR = ("Utile ?", "11 %", "12 %"), ("Clair ?", "61 %", "62 %")
HALF = ("Cadres", "12", "15")

WRONG = [
    report(data_table(COLUMNS, USEFUL, CLEAR, USEFUL)),
    report(data_table(COLUMNS, USEFUL, USEFUL)),
    report(data_table(COLUMNS, USEFUL, CLEAR, ("utile ? ", "11 %", "12 %"))),
    report(data_table(COLUMNS, USEFUL, ("Total", "", ""), CLEAR, CLEAR)),
    report(chart("Appels", ("T1", "4"), ("T2", "5"), ("T1", "4"))),
    report(awards(("Mano", "/a", "3 €"), ("Docs", "/b", "4 €"), ("Mano", "/a", "3 €"))),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "9"), ("Services", "9"))),
]
RIGHT = [
    report(data_table(COLUMNS, USEFUL, CLEAR)),
    report(data_table(COLUMNS, USEFUL, ("Utile ?", "11 %", "13 %"))),  # of another question
    report(data_table(COLUMNS, ("Écart", "+3", "2 %"), ("Écart", "−3", "2 %"))),
    report(data_table(COLUMNS, USEFUL, ("Claire ?", "11 %", "12 %"))),
    report(data_table(COLUMNS, USEFUL), data_table(COLUMNS, USEFUL)),
    report(data_table(COLUMNS, ("Agents", "", ""), HALF, ("Élus", "", ""), HALF)),
    report(
        data_table(COLUMNS, ("Agents", "9", "8"), ("dont Nord", "1", "2"), ("dont Nord", "1", "2"))
    ),
    report(data_table(COLUMNS, ("", "1", "2"), ("", "1", "2"))),
    report(data_table(COLUMNS, ("Lieu", "", ""), ("Lieu", "", ""))),
    report(chart("Appels", ("T1", "4"), ("T2", "4"))),
]
