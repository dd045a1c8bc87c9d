from tests.reports.checks.build import (
    awards,
    card,
    compared,
    comparison_cards,
    impact_cards,
    report,
    service_lines,
)

WRONG = [
    report(
        comparison_cards(compared("immersion facilitée", {}, url="/startups/m-immersion.html")),
        awards(("Immersion Facilitée", "/startups/l-immersion.html", "300 000 €")),
    ),
    report(
        impact_cards(card("Docs", url="/startups/docs"), card("Docs", url="/startups/doc")),
    ),
    report(
        service_lines(("A-Just", "/startups/a-just", ""), ("À juste", "/startups/x", "")),
        service_lines(("A Just", "/startups/ajust", "")),
    ),
    report(
        impact_cards(card("Docs", url="https://docs.numerique.gouv.fr")),
        service_lines(("Docs", "/startups/docs.html", "")),
    ),
    report(
        awards(("Mano", "/startups/mano", "1 €"), ("Mano", "/startups/mano-2", "2 €")),
    ),
]
RIGHT = [
    report(
        impact_cards(card("Docs", url="/startups/docs"), card("Docs", url="/startups/docs.html"))
    ),
    report(impact_cards(card("Docs", url="/startups/docs"), card("Mano", url="/startups/mano"))),
    report(impact_cards(card("Docs", url="/startups/docs"), card("Docs"))),
    report(impact_cards(card("Docs", url="/startups/docs"), card("Docs", url="/startups"))),
    report(impact_cards(card("", url="/startups/docs"), card("", url="/startups/mano"))),
    report(),
]
