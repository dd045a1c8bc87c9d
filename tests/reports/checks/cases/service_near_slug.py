from tests.reports.checks.build import awards, card, impact_cards, report, service_lines

LAST = report(
    awards(
        ("Réfugies.Infos", "/startups/refugies.info.html", "250 000 €"),
        ("Immersion Facilitée", "/startups/l-immersion-facile.html", "300 000 €"),
        ("Mon Suivi Justice", "/startups/mon-suivi-justice.html", "30 000 €"),
    ),
    year=2023,
)

WRONG = [
    report(
        impact_cards(card("Tchap", url="/a/tchapp")),
        last=report(impact_cards(card("Tchap", url="/a/tchap")), year=2023),
    ),
    report(impact_cards(card("Réfugiés.info", url="/startups/refugies.infos.html")), last=LAST),
    report(service_lines(("Immersion facile", "/startups/m-immersion-facile", "")), last=LAST),
    report(
        impact_cards(card("Pass culture", url="/a/pass-culture")),
        awards(("Le Pass Culture", "/a/pass-cultrue", "1 €")),
    ),
    report(
        impact_cards(
            card("Dossier facile", url="/a/dossierfacile"),
            card("Dossiers faciles", url="/a/dossiersfaciles"),
        )
    ),
    report(impact_cards(card("Mon suivi de justice", url="/a/monsuivi-justice")), last=LAST),
]
RIGHT = [
    report(impact_cards(card("Réfugiés.info", url="/startups/refugies.info.html")), last=LAST),
    report(impact_cards(card("Mon suivi social", url="/startups/mon-suivi-social")), last=LAST),
    report(impact_cards(card("Docs", url="/a/docs"), card("Doc", url="/a/doc"))),
    report(
        impact_cards(card("Aide 1", url="/a/promotion-1"), card("Aide 2", url="/a/promotion-2"))
    ),
    report(impact_cards(card("Les haies", url="/a/haie-agri"), card("Mieux", url="/a/baie-agri"))),
    report(
        impact_cards(
            card("Immersion", url="/a/l-immersion-facile"),
            card("immersion", url="/a/m-immersion-facile"),
        )
    ),
    report(impact_cards(card("Docs", url="/a/docs"))),
]
