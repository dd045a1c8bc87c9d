from tests.reports.checks.build import links, prose, report

WRONG = [
    report(links(("****", "/a"))),
    report(prose('Cliquez <a href="/a">ici</a>.')),
    report(links(("En savoir plus", "/a"))),
    report(links(("Lire la suite…", "/a"))),
    report(links(("→", "/a"))),
    report(links(("https://exemple.fr/une/page", "https://exemple.fr/une/page"))),
    report(prose('<a href="https://exemple.fr">www.exemple.fr</a>')),
    report(prose('<a linktype="document" id="3"><b>Cliquez&nbsp;ici</b></a>')),
]
RIGHT = [
    report(prose('Nous avons reçu 3 M€ de dons<sup><a href="#note">*</a></sup>.')),
    report(prose('A gift <a href="#note">[†]</a> came.')),
    report(links(("LaSuite", "/a"), ("leLien", "/b"))),
    report(links(("Voir plus de statistiques", "/stats"))),
    report(links(("data.gouv.fr", "https://www.data.gouv.fr/fr/datasets/x/"))),
    report(prose('<a href="#a">section 2</a>')),
    report(links(("En savoir plus sur le réseau", "/a"))),
    report(links(("Compar:IA", "/a"), ("A-Just", "/b"))),
    report(links(("", "/a"))),
]
