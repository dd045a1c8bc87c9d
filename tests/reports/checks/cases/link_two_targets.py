from tests.reports.checks.build import awards, compared, comparison_cards, links, prose, report

WRONG = [
    report(links(("Voir les chiffres", "/stats"), ("Voir les chiffres", "/statistiques"))),
    report(
        comparison_cards(compared("immersion facilitée", {}, url="/startups/m-immersion.html")),
        awards(("Immersion Facilitée", "/startups/l-immersion.html", "300 000 €")),
    ),
    report(prose('<a href="/a">Le bilan</a>'), prose('<a linktype="page" id="4">Le bilan</a>')),
    report(links(("Le réseau", "#reseau"), ("le réseau", "#les-reseaux"))),
    report(links(("Charte", "https://exemple.fr/a"), ("Charte", "https://exemple.com/a"))),
]
RIGHT = [
    report(links(("LaSuite des agents", "/a"), ("La suite des agents", "/b"))),
    report(links(("Voir les chiffres", "/stats"), ("Voir les chiffres", "/stats/"))),
    report(links(("Docs", "/startups/docs"), ("Docs", "/startups/docs.html"))),
    report(links(("Site", "http://www.exemple.fr/"), ("Site", "https://exemple.fr"))),
    report(links(("section 2", "#a"), ("section 2", "#b"))),
    report(links(("en savoir plus", "/a"), ("En savoir plus", "/b"))),
    report(links(("Un lien", "/a"), ("Un autre", "/b"), ("", "/c"), ("", "/d"))),
    report(links(("L’état", "#%C3%A9tat"), ("L'état", "#état"))),
]
