from tests.reports.checks.build import card, impact_cards, links, prose, report

WRONG = [
    report(links(("Les incubateurs", "/incubateurs")), paths={"/incubateurs": "hidden"}),
    report(links(("Les incubateurs", "/incubateurs/#a")), paths={"/incubateurs": "hidden"}),
    report(prose('<a linktype="page" id="4">La page</a>'), hidden_pages=frozenset({4})),
    report(prose('<a href="/%C3%A9tat/?a=1">L’état</a>'), paths={"/état/": "hidden"}),
    report(impact_cards(card("Docs", url="/startups/docs")), paths={"/startups/docs/": "hidden"}),
]
RIGHT = [
    report(links(("Les incubateurs", "/incubateurs")), paths={"/incubateurs": "public"}),
    report(links(("Les incubateurs", "/incubateurs")), paths={"/incubateurs": "absent"}),
    report(links(("Les incubateurs", "/incubateurs"))),
    report(prose('<a linktype="page" id="5">La page</a>'), hidden_pages=frozenset({4})),
    report(prose('<a linktype="document" id="4">Le fichier</a>'), hidden_pages=frozenset({4})),
    report(links(("Ailleurs", "https://exemple.fr/a")), paths={"/a": "hidden"}),
]
