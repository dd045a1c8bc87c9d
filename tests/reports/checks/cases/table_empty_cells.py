"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, data_table, indicators, report

COLUMNS = ("Question", "2023", "2024")

PRIZES = ("Prix", "Motif", "Montant")
SITES = ("Site", "Visites", "Durée moyenne", "Part de retours", "Évolution")
NORTH, SOUTH = ("Nord", "120", "31 min", "12 %", "+3 %"), ("Sud", "80", "28 min", "9 %", "−1 %")
SEXES = ("Métier", "Femmes", "Hommes", "Total")
CALLS = ("Trimestre", "Appels")
REMARKS = data_table(("Lieu", "2024", "Remarques"), ("Nord", "12", ""))
SHIFTS = data_table(SEXES, ("Bureaux", "", "", ""), ("Cadres", "12", "15", "27"))

WRONG = [
    # A row of a chart is drawn, and is no title of the next.
    report(chart("Appels", ("T1", ""), ("T2", "5"), columns=CALLS)),
    # What was published is gone, also where nothing need stand.
    report(REMARKS, published_cells={("r0", "c2"): "fermé"}),
    report(SHIFTS, published_cells={("r0", "c1"): "9"}),
    report(data_table(SITES, NORTH, SOUTH, ("Moyenne", "", "", "", ""))),
    report(data_table(SITES, NORTH, SOUTH, ("Total", "", "", "", ""))),
    report(data_table(SITES, NORTH, ("Sud", "80", "", "9 %", "0"), ("Total", "9", "", "", ""))),
    report(data_table(SEXES, ("Cadres", "12", "15", ""), ("Agents", "20", "9", "29"))),
    report(data_table(("Année", "Visites", "Évolution"), ("2023", "9", "+1"), ("2024", "10", ""))),
    report(data_table(("Poste", "Prévu", "Réalisé"), ("Recettes", "", ""), ("Dons", "", "3 €"))),
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
    report(chart("Appels", ("T1", "4"), ("T2", "5")), published_cells={("r0", "c1"): "3"}),
    report(REMARKS, published_cells={("r0", "c1"): "11", ("r9", "c2"): "fermé"}),
    report(SHIFTS, published_cells={("r1", "c1"): "12"}),
    report(data_table(SITES, NORTH, SOUTH, ("Moyenne", "", "30 min", "11 %", "+1 %"))),
    report(data_table(SITES, NORTH, SOUTH, ("Total", "200", "", "", ""))),
    report(data_table(SITES, NORTH, SOUTH, ("Ensemble", "200", "", "", ""))),
    report(data_table(("Prize", "Jury", "Sum"), ("A", "Mrs", "3"), ("Grand total", "", "3"))),
    report(data_table(("Site", "Opened in", "Staff"), ("A", "1987", "3"), ("All sites", "", "3"))),
    report(data_table(SEXES, ("Cadres", "12", "15", "27"), ("Part des CDI", "40 %", "61 %", ""))),
    report(data_table(SEXES, ("Cadres", "12", "15", "27"), ("Âge moyen", "41", "43", ""))),
    report(data_table(("Année", "Visites", "Évolution"), ("2023", "9", ""), ("2024", "10", "+1"))),
    report(data_table(("Poste", "Prévu", "Réalisé"), ("Recettes", "", ""), ("Dons", "2 €", "3 €"))),
    report(data_table(("Lieu", "2024", "Remarques"), ("Nord", "12", ""), ("Sud", "9", "fermé"))),
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
