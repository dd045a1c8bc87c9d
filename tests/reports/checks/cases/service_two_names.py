from tests.reports.checks.build import awards, card, impact_cards, report, service_lines

WRONG = [
    report(
        impact_cards(card("Mon service sécurisé", url="/startups/homologation.html")),
        awards(("Mon Service Sécurisé", "/startups/homologation.html", "141 000 €")),
    ),
    report(
        impact_cards(card("Franche Chaleur", url="/startups/chaleur")),
        service_lines(("France Chaleur", "/startups/chaleur.html", "")),
    ),
    report(impact_cards(card("Docs", url="/a/x"), card("Mano", url="/a/x"))),
    report(impact_cards(card("Dossier facile", url="/a/x"), card("DossierFacile", url="/a/x"))),
    report(
        awards(
            ("Refugies", "/a/r", "1 €"), ("Réfugiés", "/a/r", "1 €"), ("Réfugiés", "/a/r", "2 €")
        )
    ),
]
RIGHT = [
    report(impact_cards(card("Docs", url="/a/docs"), card("Docs", url="/a/docs.html"))),
    report(impact_cards(card("L’aide", url="/a/aide"), card("L'aide", url="/a/aide"))),
    report(impact_cards(card("Docs", url="/startups"), card("Mano", url="/startups"))),
    report(impact_cards(card("Docs", url="/a/docs"), card("", url="/a/docs"))),
    report(
        impact_cards(card("Mon service", url="/a/x")),
        last=report(impact_cards(card("Mon Service", url="/a/x")), year=2023),
    ),
    report(impact_cards(card("L\u00a0aide  vite", url="/a/x"), card("L aide vite", url="/a/x"))),
]
