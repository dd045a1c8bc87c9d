from tests.reports.checks.build import chart, data_table, heading, prose, report

WRONG = [
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
