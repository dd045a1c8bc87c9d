from tests.reports.checks.build import links, prose, report, service_lines

ADMIN = "/admin/pages/10/edit/"

WRONG = [
    report(links(("Note 1", f"{ADMIN}#ftnt1"))),
    report(prose(f'Voir <a href="http://127.0.0.1:8000{ADMIN}#_ftn1">[1]</a>.')),
    report(prose('<a href="https://exemple.gouv.fr/admin/pages/10/edit/#x">Une page</a>')),
    report(links(("Le fichier", "file:///C:/Users/moi/bilan.docx"))),
    report(prose('<a href="javascript:alert(1)">Cliquez</a>')),
    report(service_lines(("Mano", "/admin", "Aider."))),
    report(links(("Ailleurs", "//exemple.fr/page"))),
]
RIGHT = [
    report(links(("Les administrations", "/administration/"), ("Une note", "/adm"))),
    report(prose('<a href="https://exemple.fr/admin/">Le site exemple</a>')),
    report(prose('<a linktype="page" id="3">Une page</a> et <a href="mailto:x">un courriel</a>')),
    report(links(("Les pages", "https://exemple.fr/pages/10/"), ("Retour", "#top"))),
    report(links(("Bilan", "/bilan/2023/"), ("Appeler", "tel:3939"))),
    report(links(("Recherche", "/recherche/?q=a:b"))),
    report(prose('<a href="#_ftn1">Une ancre</a> a une règle à elle.')),
]
