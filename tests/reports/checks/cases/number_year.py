from tests.reports.checks.build import data_table, fact_list, indicators, key_figures, prose, report

VISITS = data_table(
    ("", "2022", "2023", "2024"),
    ("Entrées", "271 300", "287 900", "312 400"),
    ("Prêts", "1 240", "1 380", "1 240"),
    ("Ateliers", "12", "14", "16"),
)
YEARS = indicators(("Indicator", "2022/23", "2023/24"), ("People cared for", "1,211", "1,284"))

WRONG = [
    report(
        key_figures(("", "312", "jardiniers")),
        prose("Nous avions 347 jardiniers au 31 décembre 2024 (312 en 2023)."),
    ),
    report(
        key_figures(("", "312", "jardiniers")),
        prose("Nous avons 347 jardiniers actifs, contre 312 en 2023."),
    ),
    report(fact_list(("", "312", "jardiniers")), prose("Nous avons 347 jardiniers (2023 : 312).")),
    report(VISITS, prose("En 2022, les entrées atteignent 312 400.")),
    report(VISITS, prose("Le réseau a compté 312 400 entrées en 2023.")),
    report(VISITS, prose("En 2024, on dénombre 287 900 entrées.")),
    report(VISITS, key_figures(("", "271 300", "entrées en 2024"))),
    report(
        data_table(
            ("Lieu", "2023", "2024"), ("Lyon", "1 240", "1 365"), ("Total", "2 410", "2 655")
        ),
        prose("En 2023, le total des visites à Lyon est de 1 365."),
    ),
]
RIGHT = [
    report(
        key_figures(("", "347", "jardiniers")),
        prose("Nous avions 347 jardiniers au 31 décembre 2024 (312 en 2023)."),
    ),
    report(
        key_figures(("", "312", "vergers")),
        prose("Nous avions 347 jardiniers au 31 décembre 2024 (312 en 2023)."),
    ),
    report(
        key_figures(("", "312", "jardiniers en 2023")),
        prose("Nous avions 347 jardiniers au 31 décembre 2024 (312 en 2023)."),
    ),
    report(
        key_figures(("", "312", "jardiniers")),
        prose("Nous avions 347 jardiniers au 31 décembre 2024 (312 en 2019)."),
    ),
    report(VISITS, prose("En 2024, les entrées atteignent 312 400.")),
    report(VISITS, prose("En 2023, le réseau a compté 287 900 entrées.")),
    # Compared years; a number of both; no table of that year; another thing; few digits.
    report(VISITS, prose("En 2024, 312 400 entrées ; elles étaient 287 900 l’année précédente.")),
    report(VISITS, prose("Depuis 2022, 312 400 entrées ont été comptées.")),
    report(VISITS, prose("De 287 900 entrées en 2023, on passe à 312 400 en 2024.")),
    report(VISITS, prose("En 2022, il y a eu 1 240 prêts.")),
    report(VISITS, prose("En 2019, il y avait 271 300 entrées.")),
    report(VISITS, prose("En 2022, la ville a 312 400 habitants.")),
    report(VISITS, prose("En 2022, il y a eu 16 ateliers.")),
    report(VISITS, prose("Le réseau a compté 312 400 entrées.")),
    report(YEARS, prose("People cared for: 1,284 in 2023.")),
]
