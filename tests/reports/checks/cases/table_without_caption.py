"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    awards,
    budget,
    chart,
    data_table,
    heading,
    indicators,
    prose,
    report,
)

COLUMNS = ("Question", "2024")

WRONG = [
    report(
        heading("Salles"), prose("Un mot."), data_table(("Salle", "2024"), ("A", "1"), caption="")
    ),
    report(heading("Salles"), *[data_table(("Salle", "2024"), ("A", "1"), caption="")] * 2),
    report(data_table(("1er mois", "2e mois", "3e mois"), ("a", "b", "c"), caption="")),
    report(data_table(("5 ans", "10 ans", "15 ans"), ("4", "5", "6"), caption="")),
    report(data_table(("", "2023", "2024"), ("Communes", "12", "13"), caption="")),
    report(data_table(("Salle", "2024"), ("Nord", "12"), caption="")),
    report(data_table(COLUMNS, ("Utile ?", "12 %"), caption="")),
    report(data_table(COLUMNS, ("Utile ?", "12 %"), caption="   ")),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "11"), caption="")),
    report(awards(("Mano", "/startups/mano", "30 000 €"), caption="")),
    report(data_table(("", ""), ("Utile ?", "12 %"), caption="")),
    report(
        data_table(COLUMNS, ("Utile ?", "12 %")),
        data_table(COLUMNS, ("Simple ?", "12 %"), caption=""),
    ),
]
RIGHT = [
    report(
        heading("Salles"), data_table(("Salle", "2024"), ("A", "1"), caption=""), prose("Un mot.")
    ),
    report(
        data_table(("1 240 km²", "68", "52 300"), ("de landes", "bourgs", "agents"), caption="")
    ),
    report(data_table(("1 240 km²", "68"), ("de landes", "communes"), caption="")),
    report(data_table(("Patients cared for", "1,486"), ("Beds", "12"), caption="")),
    report(data_table(("", ""), ("Fondée en", "1987"), ("Siège", "Lille"), caption="")),
    report(data_table(COLUMNS, ("Utile ?", "12 %"), caption="Enquête de 2024")),
    report(indicators(("Indicateurs", "Résultats 2024"), ("Services", "11"))),
    report(awards(("Mano", "/startups/mano", "30 000 €"))),
    report(chart("", ("2024", "12"))),
    report(chart("Effectifs", ("2024", "12"))),
    report(data_table((), caption="")),
    report(budget(("Animation", "12 €", ""))),
]
