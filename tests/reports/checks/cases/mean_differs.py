from tests.reports.checks.build import data_table, report

HEADS = ("Sondage", "Moyenne 2024", "Novembre 2024", "Avril 2024", "Moyenne 2023")
WRONG = [
    report(
        data_table(
            ("Service", "Taux"), ("A", "50 %"), ("B", "70 %"), ("C", "80 %"), ("Moyenne", "66,5 %")
        )
    ),
    report(data_table(HEADS, ("Réponses", "228", "296", "158", "282"))),
    report(
        data_table(
            HEADS, ("Recommandation", "46", "36", "55", "51"), ("Autre", "44", "30", "40", "9")
        )
    ),
    report(data_table(("Note", "A", "B", "Moyenne"), ("Clarté", "4,2", "4,4", "4,4"))),
    report(
        data_table(
            ("Service", "Délai"), ("A", "10 jours"), ("B", "20 jours"), ("Moyenne", "16 jours")
        )
    ),
    report(
        data_table(
            ("Service", "Note"), ("A", "3"), ("B", "4"), ("C", "5"), ("Moyenne générale", "4,5")
        )
    ),
    report(data_table(("Sondage", "Moyenne", "2023", "2024"), ("Part", "51 %", "40 %", "60 %"))),
    report(
        data_table(
            ("Quai", "Grues"), ("Est", "20"), ("Ouest", "22"), ("Moyenne", "25"), ("Total", "42")
        )
    ),
]
RIGHT = [
    # Grades, and no means: by the words beside, or because the total counts them in.
    report(
        data_table(("Gravité", "Fuites"), ("Critique", "3"), ("Élevée", "7"), ("Moyenne", "11"))
    ),
    report(data_table(("Taille", "Quais"), ("Petite", "120"), ("Moyenne", "40"), ("Grande", "8"))),
    report(data_table(("Houle", "Faible", "Moyenne", "Forte"), ("Jours", "90", "200", "75"))),
    report(
        data_table(
            *(("Marée", "Jours"), ("De printemps", "12"), ("Moyenne", "30"), ("Autre", "58")),
            ("Total", "100"),
        )
    ),
    # 66,67 %, with a digit left out.
    report(
        data_table(
            ("Service", "Taux"), ("A", "50 %"), ("B", "70 %"), ("C", "80 %"), ("Moyenne", "66,6 %")
        )
    ),
    report(
        data_table(
            HEADS, ("Réponses", "227", "296", "158", "282"), ("Note", "45,5", "36", "55", "51")
        )
    ),
    report(data_table(HEADS, ("Réponses", "282", "159", "404", "282"))),
    report(
        data_table(HEADS, ("Réponses", "227", "ND", "158", "282"), ("Autre", "", "1", "3", "2"))
    ),
    # Weighted by those who answered: (60 × 30 + 20 × 10) / 80.
    report(
        data_table(
            HEADS, ("Nombre de répondants", "40", "60", "20", "9"), ("Note", "25", "30", "10", "9")
        )
    ),
    report(
        data_table(
            ("Service", "Répondants", "Note"),
            ("A", "3", "10"),
            ("B", "1", "20"),
            ("Moyenne", "2", "12,5"),
        )
    ),
    report(
        data_table(
            ("Sondage", "Moyenne 2023", "Novembre 2024", "Avril 2024"), ("Note", "9", "1", "2")
        )
    ),
    report(data_table(("Service", "Moyenne nationale", "A", "B"), ("Note", "9", "1", "2"))),
    report(data_table(("Service", "Note"), ("A", "3"), ("Moyenne", "4"))),
    report(
        data_table(("Service", "Moyenne 2024", "Objectif 2024", "2024"), ("Note", "9", "1", "2"))
    ),
    report(
        data_table(
            ("Service", "Note"), ("A", "10"), ("B", "20"), ("Total", "30"), ("Moyenne", "15")
        )
    ),
    report(data_table(("Moyenne",), ("Note",)), data_table((), ())),
]
