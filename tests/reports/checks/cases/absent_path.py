from tests.reports.checks.build import awards, card, impact_cards, links, prose, report

WRONG = [
    report(links(("Docs", "/startups/docs.html")), paths={"/startups/docs.html": "absent"}),
    report(
        impact_cards(card("Docs", url="/startups/docs"), card("Mano", url="/startups/mano")),
        awards(("Docs", "/startups/docs", "12 €")),
        paths={"/startups/docs": "absent", "/startups/mano": "absent"},
    ),
    report(prose('<a href="/stats">Les chiffres</a>'), paths={"/stats": "absent"}),
    report(links(("Lauréats", "/fast/laur%C3%A9ats#a")), paths={"/fast/lauréats": "absent"}),
    report(
        *(links((f"Page {n}", f"/a/{n}")) for n in range(9)),
        paths={f"/a/{n}": "absent" for n in range(9)},
    ),
]
RIGHT = [
    report(links(("Docs", "/startups/docs.html")), paths={"/startups/docs.html": "public"}),
    report(links(("Docs", "/startups/docs.html")), paths={"/startups/docs.html": "hidden"}),
    report(links(("Docs", "/startups/docs.html"))),
    report(links(("Docs", "https://exemple.fr/stats")), paths={"/stats": "absent"}),
    report(links(("Docs", "//exemple.fr/stats"), ("Ancre", "#stats")), paths={"/stats": "absent"}),
]
