from tests.reports.checks.build import (
    card,
    compared,
    comparison_cards,
    impact_cards,
    key_figures,
    report,
)

LAST = report(
    impact_cards(
        card("Mano", ("", "325", "personnes suivies"), ("", "442", "organisations")),
        card("Eva", ("", "9 512", "comptes créés")),
        card("Orion", ("", "100 %", "des académies")),
    ),
    comparison_cards(compared("Tchap", {"En 2023": [("", "190 412", "agents actifs")]})),
    key_figures(("", "36", "investigations en cours"), ("", "213", "services en cours")),
    key_figures(("En 2021 :", "412", "nids"), ("En 2022 :", "455", "nids")),
    year=2023,
)

WRONG = [
    report(
        impact_cards(card("Mano", ("", "325", "personnes suivies"), ("", "442", "organisations"))),
        last=LAST,
    ),
    report(impact_cards(card("Eva", ("", "9 512", "comptes créés"))), last=LAST),
    report(
        comparison_cards(compared("Tchap", {"En 2024": [("", "190 412", "agents actifs")]})),
        last=LAST,
    ),
    report(
        key_figures(("", "36", "investigations en cours"), ("", "213", "services en cours")),
        last=LAST,
    ),
    report(key_figures(("", "213", "services en cours"), title="En janvier 2025"), last=LAST),
    report(
        comparison_cards(compared("Eva", {"En 2024": [("", "9 512", "comptes créés")]})), last=LAST
    ),
]
RIGHT = [
    # What was in earlier years stays what it was.
    report(key_figures(("En 2021 :", "412", "nids"), ("En 2022 :", "455", "nids")), last=LAST),
    report(
        impact_cards(card("Mano", ("", "325", "personnes suivies"), ("", "512", "organisations"))),
        last=LAST,
    ),
    report(impact_cards(card("Orion", ("", "100 %", "des académies"))), last=LAST),
    report(
        comparison_cards(
            compared(
                "Tchap",
                {
                    "En 2023": [("", "190 412", "agents actifs")],
                    "En 2024": [("", "279 500", "agents actifs")],
                },
            )
        ),
        last=LAST,
    ),
    report(
        key_figures(("", "35", "investigations en cours"), ("", "213", "services en cours")),
        last=LAST,
    ),
    report(impact_cards(card("Docs", ("", "325", "personnes suivies"))), last=LAST),
    report(impact_cards(card("Eva", ("", "9 512", "comptes créés")))),
    report(impact_cards(card("Mano")), last=LAST),
]
