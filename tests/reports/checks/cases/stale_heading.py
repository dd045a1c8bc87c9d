from tests.reports.checks.build import (
    chart,
    data_table,
    download,
    heading,
    indicators,
    picture,
    prose,
    report,
)

LAST = report(
    heading("Résultats 2023"), heading("En janvier 2024", 3), heading("Plan 2030", 3), year=2023
)

WRONG = [
    report(heading("Annual review 2023/24"), heading("Census 2022", 3)),
    report(heading("Annual review 2022/23"), heading("Census 2023", 3)),
    report(heading("Annual review 2022-23")),
    report(heading("Les services lancés en 2023")),
    report(heading("En janvier 2024", 3), last=LAST),
    report(heading("En janvier 2024", 3)),
    report(heading("Résultats 2023"), last=LAST),
    report(heading("Résultats en 2025"), last=LAST),
    report(heading("Principales activités financées en 2025")),
    report(chart("Effectifs par métier en 2023", ("Agents", "12"))),
    report(data_table(("Question", "Oui"), ("Utile ?", "12 %"), caption="Enquête de juin 2023")),
    report(download("Télécharger le bilan 2023")),
    report(picture("Une carte", "Les équipes en 2022")),
    report(heading("Situation au 1er janvier 2024")),
]
RIGHT = [
    report(heading("Annual review 2023/24"), heading("Census 2023", 3)),
    report(heading("Census 2023"), titles=("Rapport 2023-24",)),
    report(heading("Census 2023"), data_table(("Team", "2022/23", "2023/24"), ("A", "1", "2"))),
    report(heading("Fréquentation 2019-2023")),
    report(heading("Les visites en 2021, 2022 et 2023")),
    report(heading("Annual review 2023-24")),
    report(heading("Five years of giving since 2019")),
    report(heading("En janvier 2025", 3), last=LAST),
    report(heading("Résultats en 2024"), last=LAST),
    report(heading("Une communauté qui grandit depuis 2020")),
    report(heading("Plan 2030", 3), last=LAST),
    report(heading("Objectifs pour 2025")),
    report(heading("En 2023", 3), heading("En 2024", 3)),
    report(chart("Effectifs 2023", ("Agents", "12")), chart("Effectifs 2024", ("Agents", "15"))),
    report(heading("De 2022 à 2024 : trois ans de croissance")),
    report(heading("La loi de 2016"), prose("En 2023, tout a changé.")),
    report(heading("Plus de 2000 agents"), download("Télécharger le bilan 2024")),
    report(
        indicators(("Indicateurs", "2024"), ("Services", "3"), caption="Indicateurs"), last=LAST
    ),
    report(heading("")),
]
