from tests.reports.checks.build import awards, budget, data_table, indicators, report

HEADS = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")
CASES = ("Team", "Cases 2024", "In time 2023", "In time 2024")
DELAYS = ("Direction", "Dossiers 2023", "Dossiers 2024", "Dans le délai 2024")
WRONG = [
    report(budget(("Réseau", "1 €", "2 ETP"), ("Outils", "2 €", "3,7 ETPT"))),
    report(budget(("Réseau", "1 €", "2 ETP"), ("A", "2 €", "3 ETPT"), ("B", "2 €", "4 ETPT"))),
    report(budget(("Réseau", "120", ""), ("Outils", "250 €", ""))),
    report(awards(("Alpha", "", "30 000 €"), ("Bêta", "", "70 000"))),
    report(indicators(HEADS, ("Part des femmes", "53 %", "50 %", "45"))),
    report(
        data_table(("Question", "Avril 2024", "Novembre 2024"), ("Satisfaits", "80 %", "8 points"))
    ),
    report(data_table(CASES, ("North", "412", "88 %", "91"))),
    report(data_table(("Poste", "Budget 2024", "Réalisé 2024"), ("Eau", "500 €", "480"))),
    report(indicators(HEADS, ("Budget", "500 000", "600 000 €", "650 000 €"))),
]
RIGHT = [
    report(data_table(CASES, ("North", "412", "88%", "91%"))),
    report(data_table(DELAYS, ("Nord", "398", "412", "91 %"))),
    report(data_table(("Site", "Visites 2024", "Satisfaits 2024"), ("Nord", "412", "91 %"))),
    report(budget(("Réseau", "1 €", "2 ETPT"), ("Outils", "2 €", "3,7 ETPT"))),
    report(budget(("Réseau", "1 €", ""), ("Outils", "2 €", "3,7 ETPT"))),
    report(awards(("Alpha", "", "30 000 €"), ("Bêta", "", "70 k€"), ("Gamma", "", "ND"))),
    report(
        indicators(
            HEADS, ("Agents", "154", "220", "217"), ("Part des femmes", "53 %", "50 %", "45 %")
        )
    ),
    report(indicators(HEADS, ("Part des femmes", "N/A", "50 %", "17,4 %"))),
    report(data_table(("Service", "Agents", "Satisfaction"), ("Alpha", "12", "85 %"))),
    report(
        data_table(("Indicateur", "Résultats 2024", "Évolution 2024"), ("Agents", "12", "+5 %"))
    ),
    report(indicators((*HEADS, "Taux de réalisation 2024"), ("Agents", "1", "4", "3", "75 %"))),
    report(indicators((*HEADS, "Share of 2024"), ("Late", "7 104", "4", "7 089", "38 %"))),
    report(indicators(HEADS, ("Délai", "3 mois", "2 mois", "45 jours"))),
    report(indicators(HEADS, ("Part des femmes", "0", "50 %", "45 %"))),
    report(budget()),
]
