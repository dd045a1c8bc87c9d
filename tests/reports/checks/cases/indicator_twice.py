from tests.reports.checks.build import indicators, report

COLUMNS = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")

WRONG = [
    report(indicators(COLUMNS, ("Services", "7", "8", "11"), ("Services", "7", "8", "12"))),
    report(
        indicators(COLUMNS, ("Services", "7", "8", "11"), refs=("services",)),
        indicators(COLUMNS, ("Services lancés", "6", "8", "11"), refs=("services",)),
    ),
    report(
        indicators(COLUMNS, ("Services", "7", "8", "11")),
        indicators(("Indicateurs", "2024"), ("services", "13")),
    ),
    report(
        indicators(COLUMNS, ("Part des femmes", "45 %", "50 %", "45 %")),
        indicators(COLUMNS, ("Part des femmes", "45 %", "40 %", "45 %")),
    ),
    report(
        indicators(("Indicateurs", "Total"), ("Coût", "3,2 M€")),
        indicators(("Indicateurs", "Total"), ("Coût", "3 700 000 €")),
    ),
]
RIGHT = [
    report(indicators(COLUMNS, ("Services", "7", "8", "11"), ("Agents", "7", "9", "12"))),
    report(
        indicators(COLUMNS, ("Services", "7", "8", "11"), refs=("services",)),
        indicators(COLUMNS, ("Services lancés", "7", "8", "11"), refs=("services",)),
    ),
    report(
        indicators(("Indicateurs", "Résultats 2024"), ("Coût", "3,2 M€")),
        indicators(("Indicateurs", "Résultats 2024"), ("Coût", "3 214 500 €")),
    ),
    report(indicators(COLUMNS, ("Services", "N/A", "8", "11"), ("Services", "7", "ND", ""))),
    report(
        indicators(("Indicateurs", "Résultats 2024"), ("Services", "11")),
        indicators(("Indicateurs", "Objectifs 2024"), ("Services", "8")),
        indicators(("Indicateurs", "Résultats 2022"), ("Services", "4")),
    ),
    report(indicators(("Indicateurs", "2024"), ("", "1"), ("", "2"))),
]
