from tests.reports.checks.build import awards, data_table, indicators, report

LAST = report(
    indicators(
        ("Indicateurs", "Résultats 2022", "Objectifs 2023", "Résultats 2023"),
        ("Services lancés", "10", "12", "18"),
        ("Agents formés", "165", "210", "154"),
        ("Produits à impact", "6", "6", "6"),
        ("Part des services ouverts", "90 %", "100 %", "100 %"),
        refs=("services", "agents", "impact", "ouverts"),
    ),
    data_table(
        ("Sondage", "Moyenne 2023", "Décembre 2023"),
        ("Nombre de répondants", "282", "159"),
        ("Note moyenne donnée", "51", "58"),
    ),
    awards(
        ("Docs", "/startups/docs", "300000 €"),
        ("Mano", "/startups/mano", "30000 €"),
        ("Orion", "/startups/orion", "141000 €"),
    ),
    year=2023,
)
NOW = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")

WRONG = [
    report(indicators(NOW, ("Services lancés", "10", "12", "18"), refs=("services",)), last=LAST),
    report(indicators(NOW, ("Agents formés", "154", "210", "154"), refs=("agents",)), last=LAST),
    report(
        data_table(
            ("Sondage", "Moyenne 2024", "Décembre 2024"), ("Nombre de répondants", "282", "159")
        ),
        last=LAST,
    ),
    report(awards(("Orion", "/startups/orion", "141 000 €")), last=LAST),
    report(
        awards(("Docs", "/startups/docs", "300 000 €"), ("Mano", "/startups/mano", "30 000 €")),
        last=LAST,
    ),
    report(indicators(("", "Résultats 2024"), ("Agents formés", "154")), last=LAST),
]
RIGHT = [
    report(
        indicators(
            ("", "Résultats 2024"), ("Part des services ouverts", "100 %"), refs=("ouverts",)
        ),
        last=LAST,
    ),
    report(indicators(NOW, ("Services lancés", "18", "12", "18"), refs=("services",)), last=LAST),
    report(indicators(NOW, ("Agents formés", "154", "210", "217"), refs=("agents",)), last=LAST),
    report(indicators(NOW, ("Produits à impact", "6", "7", "7"), refs=("impact",)), last=LAST),
    report(
        indicators(
            NOW, ("Part des services ouverts", "100 %", "100 %", "100 %"), refs=("ouverts",)
        ),
        last=LAST,
    ),
    report(
        data_table(
            ("Sondage", "Moyenne 2024", "Moyenne 2023"), ("Nombre de répondants", "227", "282")
        ),
        last=LAST,
    ),
    report(awards(("Mano", "/startups/mano", "30 000 €")), last=LAST),
    report(awards(("Orion", "/startups/orion", "142 000 €")), last=LAST),
    report(indicators(NOW, ("Services lancés", "10", "12", "18"))),
    report(indicators(NOW, ("Services lancés", "N/A", "", ""), refs=("services",)), last=LAST),
]
