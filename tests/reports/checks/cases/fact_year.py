from tests.reports.checks.build import (
    card,
    compared,
    comparison_cards,
    fact_list,
    heading,
    impact_cards,
    key_figures,
    report,
)

WRONG = [
    report(key_figures(("", "18", "lauréats en 2022 et 2023"))),
    report(impact_cards(card("Eva", ("", "75 %", "des agents sont contents (sondage 2022)")))),
    report(
        comparison_cards(compared("Docs", {"En 2023": [("", "36", "besoins en 2024 traités")]}))
    ),
    report(comparison_cards(compared("Docs", {"En 2024": [("Budget 2023 : ", "500 €", "")]}))),
    report(heading("En janvier 2025"), key_figures(("", "213", "services en janvier 2024"))),
    report(key_figures(("", "18", "lauréats en 2023"))),
    report(key_figures(("", "18", "lauréats en 2022"), title="En 2023")),
    report(impact_cards(card("Eva", ("En 2026, ", "12 000", "comptes ouverts")))),
]
RIGHT = [
    report(key_figures(("2021 :", "12", "nids, 2022 : 15, 2023 : 18"))),
    report(key_figures(("", "9", "publications en 2021, puis 13 en 2022 et 17 en 2023"))),
    report(key_figures(("Nids en 2022 :", "12", "(2023 : 15)"))),
    report(key_figures(("2022 (12) et 2023 (", "15", ") nids"))),
    report(comparison_cards(compared("Docs", {"En 2023": [("En janvier 2024, ", "400", "avis")]}))),
    report(comparison_cards(compared("Docs", {"En 2024": [("", "9", "notes, contre 3 en 2023")]}))),
    report(comparison_cards(compared("Docs", {"En 2024": [("", "9", "notes (3 en 2023)")]}))),
    report(heading("En janvier 2025"), key_figures(("", "213", "services en janvier 2025"))),
    report(impact_cards(card("Eva", ("", "6 %", "de la carte pour la rentrée 2025")))),
    report(impact_cards(card("Eva", ("", "9 000", "comptes depuis 2019")))),
    report(key_figures(("", "18", "lauréats en 2024"))),
    report(key_figures(("", "18", "lauréats en 2023"), title="En 2023")),
    report(fact_list(("", "12", "services, conformément à une charte de 2016"))),
    report(
        comparison_cards(
            compared("Docs", {"En 2024": [("", "9", "notes")]}, ("", "+3", "depuis 2023"))
        )
    ),
    report(impact_cards(card("Eva", ("", "2000", "agents")))),
    report(impact_cards(card("Eva", ("", "31%", "less diesel used than in 2019")))),
    report(fact_list(("", "2", "libraries, of which one opens in August 2026"))),
]
