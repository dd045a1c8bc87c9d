from tests.reports.checks.build import chart, data_table, indicators, report

LAST = report(
    indicators(
        ("Indicateurs", "Résultats 2022", "Objectifs 2023", "Résultats 2023"),
        ("Services lancés", "8", "8", "7"),
        ("Part des femmes", "47 %", "50 %", "53 %"),
        ("Budget", "4,1 M€", "5 M€", "5 589 773 €"),
        refs=("services", "femmes", "budget"),
    ),
    data_table(
        ("Sondage", "Moyenne 2023", "Juin 2023"),
        ("Nombre de répondants", "282", "404"),
        ("Note moyenne donnée", "51", "44"),
    ),
    chart("Effectifs en 2023", ("2022", "900"), ("2023", "1 200")),
    year=2023,
)
NOW = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")

WRONG = [
    report(indicators(NOW, ("Services lancés", "8", "8", "11"), refs=("services",)), last=LAST),
    report(
        indicators(NOW, ("Part de femmes", "52 %", "50 %", "45 %"), refs=("femmes",)), last=LAST
    ),
    report(indicators(("", "Réalisé 2023"), ("Services lancés", "6")), last=LAST),
    report(
        data_table(
            ("Sondage", "Moyenne 2024", "Moyenne 2023"),
            ("Nombre de répondants", "227", "228"),
            ("Note moyenne donnée", "45", "51"),
        ),
        last=LAST,
    ),
    report(
        chart("Effectifs en 2024", ("2022", "900"), ("2023", "1 250"), ("2024", "1 500")), last=LAST
    ),
    report(indicators(("", "Résultats 2022"), ("Budget", "4,4 M€"), refs=("budget",)), last=LAST),
]
RIGHT = [
    report(indicators(NOW, ("Services lancés", "7", "8", "11"), refs=("services",)), last=LAST),
    report(indicators(NOW, ("Budget", "5,6 M€", "6 M€", "7 M€"), refs=("budget",)), last=LAST),
    report(indicators(NOW, ("Services fermés", "9", "8", "11")), last=LAST),
    report(indicators(NOW, ("Part des femmes", "N/A", "50 %", "45 %")), last=LAST),
    report(indicators(("", "Objectifs 2023"), ("Services lancés", "8")), last=LAST),
    report(
        data_table(
            ("Sondage", "Moyenne 2024", "Avril 2024", "Moyenne 2023", "Mai 2023"),
            ("Nombre de répondants", "227", "158", "282", "300"),
        ),
        last=LAST,
    ),
    report(data_table(("Autre enquête", "Moyenne 2023"), ("Total", "12")), last=LAST),
    report(indicators(NOW, ("Services lancés", "9", "8", "11"))),
    report(indicators(NOW, ("Part des femmes", "53 %")), last=LAST),
]
