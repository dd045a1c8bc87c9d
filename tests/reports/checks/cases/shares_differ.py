from tests.reports.checks.build import chart, data_table, heading, prose, report

WRONG = [
    report(data_table(("Métier", "Part"), ("A", "600 %"), ("B", "30 %"), ("C", "10 %"))),
    report(data_table(("Cause", "Share of complaints"), ("A", "4 %"), ("B", "33 %"), ("C", "3 %"))),
    report(prose("Les prêts se répartissent entre livres (7 %), films (16 %) et jeux (9 %).")),
    report(prose("Parmi eux, 56 % sont des femmes et 54 % des hommes.")),
    report(prose("Of the 640 visits, 72% were long, 31% short and 7% online.")),
    report(prose("We spent £4.6m: 84% on journals, 12% on books and 6% on other media.")),
    report(prose("Les dons couvrent 46 % des charges, les aides 39 % et les ventes 25 %.")),
    report(prose("Les prêts se répartissent entre livres (71 %), films (16 %) et jeux (9 %).")),
    report(prose("Origine : magasins 58 % ; usines 21 % ; fermes 13 % et autres 5 %.")),
    report(data_table(("Réponse", "2024"), ("Oui", "61 %"), ("Non", "37 %"), ("Total", "100 %"))),
    report(chart("Réponses", ("Oui", "61"), ("Non", "37"), ("Total", "100"), unit="%")),
    report(prose("Nous sommes 210, dont 58 % de femmes et 45 % d’hommes.")),
    report(prose("There are 55% men and 48% women.")),
    report(
        data_table(("Cause", "Share of complaints"), ("A", "45 %"), ("B", "33 %"), ("C", "30 %"))
    ),
    report(
        heading("Répartition des agents"),
        data_table(("Métier", "2024"), ("A", "60 %"), ("B", "44 %")),
    ),
    report(data_table(("Métier", "Part"), ("A", "60 %"), ("B", "30 %"), ("C", "6 %"))),
    report(chart("Répartition des services", ("A", "50 %"), ("B", "30 %"), ("C", "25 %"))),
    report(chart("Composition de la communauté", ("A", "50"), ("B", "30"), ("C", "15"), unit="%")),
    report(data_table(("Métier", "2024"), ("A", "60 %"), ("B", "35 %"), ("Total", "100 %"))),
    report(
        data_table(("Métier", "2024"), ("A", "60,5 %"), ("B", "39,8 %"), caption="Part des métiers")
    ),
]
RIGHT = [
    # Rates of each line; the first among many; several answers.
    report(data_table(("Métier", "Part des femmes"), ("A", "45 %"), ("B", "52 %"), ("C", "61 %"))),
    report(data_table(("Métier", "Part des dossiers traités"), ("A", "45 %"), ("B", "52 %"))),
    report(data_table(("Principaux postes", "Part"), ("A", "30 %"), ("B", "12 %"), ("C", "8 %"))),
    report(
        data_table(
            ("Lieu", "Vus", "Reçus", "Part"), ("A", "9", "3", "33 %"), ("B", "4", "3", "75 %")
        )
    ),
    report(prose("Les élus citent le prix (61 %), le délai (45 %) et les autres frais (40 %).")),
    report(prose("Parmi eux, 56 % sont des femmes et 44 % des hommes.")),
    report(prose("We spent £4.6m: 84% on journals, 12% on books and 4% on other media.")),
    report(
        prose("Les prêts se répartissent entre livres (71,4 %), films (16,2 %) et jeux (12,5 %).")
    ),
    # Not all parts; rates; other years; a part of a part; several answers.
    report(prose("Les dons couvrent 46 % des charges, les aides 39 % et les ventes 12 %.")),
    report(
        prose("Le taux de réussite est de 34 % à Lyon, 38 % à Metz et 31 % ailleurs, au reste.")
    ),
    report(prose("Elle couvre 32 % en 2022, 34 % en 2023 et 36 % en 2024.")),
    report(prose("Elles reçoivent 71 % des aides, dont 25 % au nord et 9 % au sud.")),
    report(prose("Les autres citent le prix (61 %), le délai (45 %) et le lieu (40 %).")),
    report(prose("L’un en va à 44 %, l’autre à 38 % et le dernier à 25 %.")),
    report(prose("Nous sommes 58 % de femmes et 42 % d’hommes, 45 % d’agents et 40 % d’élus.")),
    report(prose("Parmi 58 % de femmes et 45 % de cadres, tout va bien.")),
    report(
        heading("Répartition des agents"),
        data_table(("Métier", "2024"), ("A", "60 %"), ("B", "40 %")),
    ),
    report(data_table(("Métier", "Part"), ("A", "33 %"), ("B", "33 %"), ("C", "33 %"))),
    report(data_table(("Métier", "Part"), ("A", "33,3 %"), ("B", "33,3 %"), ("C", "33,3 %"))),
    # No breakdown: rates, several answers, years, shares of other things, amounts.
    report(data_table(("Question", "2024"), ("Satisfaits", "60 %"), ("Fidèles", "44 %"))),
    report(
        data_table(("Part (plusieurs réponses possibles)", "Part"), ("A", "60 %"), ("B", "44 %"))
    ),
    report(chart("Part des agents publics", ("2022", "30 %"), ("2023", "32 %"), ("2024", "31 %"))),
    report(
        data_table(("Indicateur", "Part"), ("Part des femmes", "45 %"), ("Part des agents", "50 %"))
    ),
    report(data_table(("Métier", "Part"), ("A", "12 %"), ("B", "5 %"))),
    report(chart("Répartition des services", ("A", "60"), ("B", "44"))),
    report(data_table(("Métier", "Part"), ("A", "60 %"), ("B", "ND"))),
    report(data_table(("Part", "Part"), ("Seul", "96 %"))),
]
