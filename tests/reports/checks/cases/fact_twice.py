from tests.reports.checks.build import card, compared, comparison_cards, impact_cards, report

WRONG = [
    report(impact_cards(card("Docs", ("", "310", "notes créées"), ("", "320", "notes créées")))),
    report(
        impact_cards(card("Docs", ("", "9 000", "notes créées"), url="/startups/docs.html")),
        comparison_cards(
            compared("Docs", {"En 2024": [("", "8 500", "notes créées")]}, url="/startups/docs")
        ),
    ),
    report(
        comparison_cards(
            compared(
                "Docs", {"En 2023": [("", "40 %", "des usagers"), ("", "45 %", "des usagers")]}
            )
        )
    ),
    report(
        impact_cards(
            card("Docs", ("Coût par note : ", "0,5 €", ""), ("Coût par note : ", "0,7 €", ""))
        )
    ),
    report(
        impact_cards(card("Docs", ("", "12", "équipes - 5 200 notes créées"))),
        impact_cards(card("docs", ("", "5 300", "notes créées"))),
    ),
]
RIGHT = [
    report(impact_cards(card("Docs", ("", "310", "notes créées"), ("", "320", "notes lues")))),
    report(
        comparison_cards(
            compared(
                "Docs",
                {"En 2023": [("", "310", "notes")], "En 2024": [("", "420", "notes")]},
                ("", "+35 %", "de notes"),
            )
        )
    ),
    report(
        impact_cards(
            card(
                "Docs",
                ("", "80 %", "des agents interrogés disent avoir gagné du temps"),
                ("", "60 %", "des agents interrogés disent avoir mieux compris"),
            )
        )
    ),
    report(
        impact_cards(
            card(
                "Docs",
                ("", "11 %", "d’abandon (contre 90 % avant le lancement)"),
                ("", "40 %", "d’échec (contre 70 % avant le lancement)"),
            )
        )
    ),
    report(
        impact_cards(
            card("Docs", ("", "300", "notes créées par mois"), ("", "9 000", "notes créées"))
        )
    ),
    report(
        impact_cards(
            card("Docs", ("", "2,7 millions", "de notes créées"), ("", "2 712 400", "notes créées"))
        )
    ),
    report(
        impact_cards(
            card("Docs", ("", "300", "notes créées")), card("Mano", ("", "9 000", "notes créées"))
        )
    ),
    report(
        impact_cards(card("Docs", ("", "40", "notes en 2022"), ("", "60", "notes en 2023"))),
        year=2024,
    ),
]
