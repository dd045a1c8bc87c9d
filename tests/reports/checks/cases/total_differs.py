from tests.reports.checks.build import awards, budget, chart, data_table, indicators, report

LINES = (("Réseau", "120", "40 %"), ("Produits", "80", "60 %"))
WRONG = [
    report(data_table(("Poste", "Nombre"), ("Total", "400"), ("A", "20"), ("B", "21"))),
    report(data_table(("Poste", "N"), ("A", "20"), ("B", "-21"), ("Total", "41"))),
    report(
        data_table(
            ("Dépense", "2024"), ("A", "20 €"), ("B", "21 €"), ("Total des dépenses", "410 €")
        )
    ),
    report(
        data_table(
            ("Part", "2024"), ("A", "30 %"), ("B", "50 %"), ("C", "20 %"), ("Total", "110 %")
        )
    ),
    report(
        data_table(("Gare", "Trains par jour"), ("Aulnes", "12"), ("Bel", "14"), ("Total", "25"))
    ),
    report(data_table(("Poste", "Lignes", "Part"), *LINES, ("Total", "210", "100 %"))),
    report(data_table(("Direction", "Femmes", "Hommes", "Total"), ("Nord", "12", "15", "28"))),
    report(awards(("Alpha", "", "30 000 €"), ("Bêta", "", "70 000 €"), ("Total", "", "110 000 €"))),
    report(budget(("Réseau", "1 200 €", ""), ("Outils", "300 €", ""), ("Total", "1 600 €", ""))),
    report(
        budget(
            ("Réseau", "9 €", "2 ETPT"), ("Outils", "1 €", "3,5 ETPT"), ("TOTAL", "", "6,5 ETPT")
        )
    ),
    report(
        data_table(
            ("Poste", "Montant"),
            *(
                ("A", "10 €"),
                ("B", "20 €"),
                ("Sous-total", "31 €"),
                ("C", "5 €"),
                ("Total", "36 €"),
            ),
        )
    ),
    report(data_table(("Poste", "Montant"), ("A", "1,2 M€"), ("B", "2,4 M€"), ("Total", "4,1 M€"))),
    # 5 589 773 is 5,6 millions, not 5,5.
    report(
        data_table(("Poste", "Montant"), ("A", "5 000 000"), ("B", "589 773"), ("Total", "5,5 M€"))
    ),
    report(data_table(("Poste", "Nombre"), ("Total", "40"), ("A", "20"), ("B", "21"))),
    report(chart("Services", ("Nord", "3"), ("Sud", "4"), ("Total", "8"))),
    report(data_table(("Poste", "Nombre"), ("A", "20"), ("B", "21"), ("Total", "plus de 41"))),
    report(indicators(("Indicateurs", "2024"), ("Lancés", "3"), ("Arrêtés", "2"), ("Total", "6"))),
    # Neither with the mean nor without it.
    report(
        data_table(("Quai", "Grues"), ("A", "20"), ("B", "22"), ("Moyenne", "21"), ("Total", "44"))
    ),
]
RIGHT = [
    report(data_table(("Compte", "2024"), ("Reçu", "120"), ("Payé", "-130"), ("Total", "-10"))),
    # « Moyenne » is a grade where the total counts it in.
    *(
        report(data_table(("Nom", "N"), (a, "12"), (b, "30"), (c, "58"), ("Total", "100")))
        for a, b, c in (
            ("Petite", "Moyenne", "Grande"),
            ("Petites entreprises", "Moyennes entreprises", "Grandes entreprises"),
            ("Grandes villes", "Villes moyennes", "Villages"),
            ("Haute montagne", "Moyenne montagne", "Plaine"),
            ("Critique", "Élevée", "Moyenne"),
            ("Good", "Average", "Poor"),
        )
    ),
    report(
        data_table(
            ("Houle", "Faible", "Moyenne", "Forte", "Total"), ("Jours", "9", "20", "7", "36")
        )
    ),
    report(data_table(("Gare", "kWh par m²"), ("Aulnes", "120"), ("Bel", "140"), ("Total", "131"))),
    report(data_table(("Gare", "Kg/hab."), ("Aulnes", "120"), ("Bel", "140"), ("Total", "131"))),
    report(data_table(("Site", "Cost per head"), ("Elm", "120"), ("Oak", "140"), ("Total", "131"))),
    # One finding is enough: « Parts qui ne font pas 100 % ».
    report(data_table(("Réponse", "Part"), ("Oui", "61 %"), ("Non", "37 %"), ("Total", "100 %"))),
    report(chart("Réponses", ("Oui", "61"), ("Non", "37"), ("Total", "100"), unit="%")),
    report(
        data_table(("Course", "N"), ("A", "2"), ("of which new", "1"), ("B", "4"), ("Total", "6"))
    ),
    report(data_table(("Poste", "Lignes", "Part"), *LINES, ("Total", "200", "100 %"))),
    report(data_table(("Direction", "Femmes", "Hommes", "Total"), ("Nord", "12", "15", "27"))),
    report(
        data_table(("Poste", "Montant"), ("A", "5 000 000"), ("B", "589 773"), ("Total", "5,6 M€"))
    ),
    report(data_table(("Poste", "Montant"), ("A", "1,2 M€"), ("B", "2,4 M€"), ("Total", "3,7 M€"))),
    report(data_table(("Poste", "Nombre"), ("A", "20"), ("B", "21"), ("Total", "plus de 40"))),
    report(data_table(("Poste", "Nombre"), ("A", "20"), ("B", "21"), ("Total", "environ 40"))),
    # A part that is not known, a detail, a mean, a rate: nothing to add.
    report(data_table(("Poste", "Nombre"), ("A", "20"), ("B", "ND"), ("Total", "41"))),
    report(
        data_table(("Poste", "N"), ("A", "20"), ("dont neufs", "5"), ("B", "1"), ("Total", "21"))
    ),
    report(data_table(("Poste", "N"), ("A", "2"), ("B", "4"), ("Moyenne", "3"), ("Total", "6"))),
    report(data_table(("Poste", "Taux"), ("A", "45 %"), ("B", "50 %"), ("Total", "47 %"))),
    report(
        data_table(
            ("Part", "2024"), ("A", "33 %"), ("B", "33 %"), ("C", "33 %"), ("Total", "100 %")
        )
    ),
    report(
        indicators(
            ("Indicateurs", "2024"), ("Lancés", "30"), ("Arrêtés", "2"), ("Total des agents", "36")
        )
    ),
    report(data_table(("Réponse", "2024"), ("Totalement", "3"), ("Un peu", "4"))),
    report(data_table(("Direction", "Total", "Évolution"), ("Nord", "12", "+3 %"))),
    report(
        data_table(
            ("Direction", "Total 2023", "F 2023", "H 2023", "Total 2024", "F 2024", "H 2024"),
            ("Nord", "9", "4", "5", "11", "5", "6"),
        )
    ),
    report(
        data_table(
            ("Espèce", "Prix moyen (€)", "Valeur (€/kg)"),
            ("Bar", "13,2", "13,2"),
            ("Sole", "5,9", "5,9"),
            ("Ensemble", "3,9", "3,9"),
        )
    ),
    report(data_table((), ()), budget()),
    report(data_table(("Poste", "N"), ("Total", "4"))),
    report(data_table(("Poste", "N"), ("A", "20"), ("B", "21"), ("C", "ND"), ("Total", "50"))),
]
