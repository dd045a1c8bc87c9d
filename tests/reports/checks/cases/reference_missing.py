from tests.reports.checks.build import chart, data_table, heading, picture, prose, report

ONE = data_table(("Site", "2024"), ("A", "12"), caption="Tableau 1 – Sites")
BARE = data_table(("Site", "2024"), ("A", "12"))

WRONG = [
    report(prose("<p>: Tableau 1 : Les gares</p><p>Voir le tableau 4.</p>")),
    report(ONE, prose("Voir le tableau 7 pour le détail.")),
    report(BARE, prose("See Table 2 for details.")),
    report(picture("Carte", caption="Figure 1 : la carte"), prose("La figure 2 le montre.")),
    report(prose("Le graphique 3 le montre."), chart("Effectifs", ("A", "12"))),
    report(prose("Comme le dit le tableau n° 4, tout va bien."), ONE, BARE),
]
RIGHT = [
    report(prose("<p>: Tableau 1 : Les gares</p><p>Voir le tableau 1.</p>")),
    report(prose("<p>: Table 2. Stations</p>")),
    report(ONE, prose("Voir le tableau 1 pour le détail.")),
    report(BARE, BARE, prose("See Table 2 for details.")),
    report(prose("Le tableau 7 du rapport de la Cour le dit, la figure 3 de l’annexe aussi.")),
    report(prose("Tableau 4 – Aides", "Le tableau 4 le montre."), ONE),
    report(prose("Un tableau 2,5 fois plus grand."), heading("Le tableau de bord")),
    report(picture("Carte", caption="Figure 1 : la carte"), prose("La figure 1 le montre.")),
    report(chart("Graphique 2 – Effectifs", ("A", "12")), prose("Voir le graphique 2.")),
]
