from tests.reports.checks.build import data_table, heading, indicators, prose, report

HEADS = ("Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024")
SPLIT_YEARS = ("Item", "Target 2023/24", "Actual 2023/24", "Target 2024/25")
TREES = data_table(
    ("", "2023", "Objectif 2024", "Résultat 2024"),
    ("Arbres plantés", "600", "900", "780"),
    ("Visiteurs du parc", "38", "40", "52"),
)
LESSONS = data_table(
    ("", "Target 2024", "Result 2024"),
    ("Median time to answer a letter (days)", "12", "15"),
    ("Pupils satisfied", "88%", "85%"),
)
WRONG = [
    report(data_table(("", "Target 2024", "2024"), ("Soil poorly drained", "22%", "24%"))),
    report(data_table(("", "Target 2024", "2024"), ("Hold time (lower is better)", "22", "24"))),
    report(
        data_table(("", "Target 2024", "2024"), ("Licence decisions within 9 days", "95%", "91%"))
    ),
    # Words that do not say so, of another row, of another section, or that nothing was missed.
    report(TREES, prose("Les arbres plantés sont des tilleuls.")),
    report(TREES, prose("Les visiteurs viennent moins en hiver, en raison du froid.")),
    report(TREES, prose("Les arbres ont été plantés sans retard.")),
    report(heading("A"), TREES, heading("B"), prose("Les arbres manquent.")),
    report(LESSONS, prose("Letters took longer because of a strike.")),
    report(LESSONS, prose("A target was missed.")),
    report(TREES, prose("Un objectif sur deux est atteint.")),
    report(
        data_table(("", "Target 2024", "2023", "2024"), ("Average stay (days)", "9", "12", "11"))
    ),
    report(data_table(("", "Objectif 2024", "2024"), ("Ateliers poursuivis", "80 %", "77 %"))),
    # The last period that has both is judged, whatever else is aimed at.
    report(data_table(SPLIT_YEARS, ("Visits", "320", "310", "340"))),
    report(data_table(SPLIT_YEARS, ("Visits", "320", "310", "300")), year=2023),
    report(data_table(("", "Target 2023-24", "Result 2023-2024"), ("Visits", "320", "310"))),
    report(
        data_table(
            ("", "Target 2023-24", "2023-24", "Target 2024-25", "2024-25"),
            ("Visits", "300", "310", "320", "315"),
        )
    ),
    report(indicators(HEADS, ("Délai d’attente", "14 min", "12 min", "13 min"))),
    report(indicators(HEADS, ("Lits", "30", "40", "35"))),
    report(indicators(HEADS, ("Réclamations traitées", "ND", "100", "80"))),
    report(data_table(("Item", "Target 2023-24", "Result 2023-24"), ("Visits", "320", "310"))),
    report(data_table(("", "Objectif prévu 2024", "Réalisé 2024"), ("Visites", "320", "310"))),
    report(indicators(HEADS, ("Agents", "154", "220", "217"))),
    report(indicators(HEADS, ("Part des femmes", "N/A", "50 %", "17,4 %"))),
    report(
        indicators(HEADS, ("Délai", "30", "20", "25"), refs=("delai",)),
        directions={"delai": "down"},
    ),
    report(indicators(HEADS, ("Délai", "30 jours", "moins de 20 jours", "25 jours"))),
    report(data_table(("Indicateur", "Cible 2024", "2024"), ("Note", "4,2/5", "4,1/5"))),
    report(indicators(HEADS, ("Agents", "154", "220", "217"), ("Agents", "154", "230", "217"))),
    report(indicators(HEADS, ("Agents", "154", "au moins 220", "environ 217"))),
]
RIGHT = [
    report(data_table(("", "Target 2024", "2024"), ("Slots missed (lower is better)", "22", "21"))),
    # The text of the section counts it, says so, or why.
    report(TREES, prose("Nous avons atteint 1 de nos 2 objectifs.")),
    report(TREES, prose("L’objectif n’a pas été atteint.")),
    report(TREES, prose("La sécheresse a fait manquer 120 arbres.")),
    report(TREES, prose("La plantation a pris du retard, faute de plants.")),
    report(prose("Les arbres sont en deçà de la cible : la pépinière a fermé."), TREES),
    report(
        LESSONS,
        prose("Five of seven targets were met. Answers to letters still take three days too many."),
        prose("Satisfaction rose but is still three points short of the target."),
    ),
    report(LESSONS, prose("Both targets were missed because of the strike.")),
    report(data_table(("", "Target 2024", "2023", "2024"), ("Overnight stays", "9", "12", "8"))),
    # Less is better, by its name.
    report(indicators(HEADS, ("Délai d’attente", "14 min", "12 min", "10 min"))),
    report(indicators(HEADS, ("Réclamations", "ND", "100", "80"))),
    report(data_table(("Item", "Target 2024", "Result 2024"), ("Cost per case", "£12", "£11.40"))),
    # Nobody can tell, or two signs disagree; a target below the last result is a modest one.
    report(indicators(HEADS, ("Arrivées", "30", "20", "15"))),
    report(indicators(HEADS, ("Lits ouverts", "ND", "320", "318"))),
    report(indicators(HEADS, ("Plaintes", "30", "40", "35"))),
    # The table says how it went.
    report(
        data_table(
            ("Item", "Target 2024", "Result 2024", "Status"),
            ("Leakage", "72.0", "71.2", "Met"),
            ("Visits", "320", "310", "Late"),
        )
    ),
    # What was expected is no aim.
    report(
        data_table(("Section", "Prévu 2024", "Réalisé 2024"), ("Fonctionnement", "3 210", "3 095"))
    ),
    report(data_table(("Item", "Forecast 2024", "Result 2024"), ("Staff", "320", "310"))),
    report(indicators(HEADS, ("Agents", "154", "220", "220"), ("Services", "7", "8", "11"))),
    report(indicators(HEADS, ("Part des femmes", "53 %", "50 %", "N/A"), ("Note", "", "ND", "3"))),
    report(
        indicators(HEADS, ("Délai", "30", "20", "15"), refs=("delai",)),
        directions={"delai": "down"},
    ),
    report(indicators(HEADS, ("Agents", "154", "220", "plus de 200"))),
    report(indicators(HEADS, ("Agents", "154", "220", "21 %"), ("Mots", "a", "b", "c"))),
    # Targets of the next period.
    report(data_table(("", "2022-23", "2023-24", "Target 2024-25"), ("Visits", "1", "310", "320"))),
    report(data_table(("", "2023/24", "Target 2024/25"), ("Visits", "310", "320"))),
    report(data_table(("", "Result 2023-24", "Target 2024"), ("Visits", "310", "320"))),
    report(data_table(("", "Result Q1 2024", "Target 2024"), ("Visits", "310", "320"))),
    report(data_table(SPLIT_YEARS, ("Visits", "320", "330", "340"))),
    report(
        data_table(
            ("", "Target 2023-24", "2023-24", "Target 2024-25", "2024-25"),
            ("Visits", "320", "310", "320", "325"),
        )
    ),
    # Targets of another year, a year that is not the report's, no target at all.
    report(
        indicators(("Indicateurs", "Résultats 2024", "Objectifs 2025"), ("Agents", "217", "250"))
    ),
    report(indicators(("Indicateurs", "Résultats 2022", "Objectifs 2022"), ("Agents", "1", "2"))),
    report(indicators(("Indicateurs", "2024"), ("Agents", "217"))),
    report(indicators(HEADS, ("Agents", "154"))),
    report(indicators(HEADS, ("Équipes", "8", "12", "de 10 à 15"))),
]
