from tests.reports.checks.build import card, impact_cards, links, prose, report

WRONG = [
    report(prose('Voir <a href="/a"></a>.')),
    report(prose('Voir <a href="/a"><b> </b></a>.')),
    report(prose('<a linktype="page" id="4">&nbsp;</a>')),
    report(links(("", "/a"))),
    report(impact_cards(card("", url="/startups/docs"))),
    report(links(("\u200b", "/a"))),
]
RIGHT = [
    report(prose('Voir <a href="/a">la charte</a>.')),
    report(links(("La charte", "/a"))),
    report(links(("", ""))),
    report(impact_cards(card("Docs", url="/startups/docs"), card("", url=""))),
    report(prose('<a href="/a">→</a>')),
]
