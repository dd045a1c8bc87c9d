from tests.reports.checks.build import heading, links, prose, report

LAST = report(heading("Résultats 2023"), heading("Réseau", anchor="reseau"), year=2023)

WRONG = [
    report(heading("Résultats en 2024"), links(("Résultats", "#résultats-en-2023"))),
    report(heading("Le réseau"), prose('<a href="#r%C3%A9seau">Le réseau</a>')),
    report(heading("Le réseau"), links(("Le réseau", "/bilan/2024#reseau"))),
    report(heading("Le réseau"), links(("Les résultats", "/bilan/2023/#absente")), last=LAST),
    report(links(("Retour", "#"))),
    report(heading("État des lieux", anchor="etat"), links(("État", "#État-des-lieux"))),
]
RIGHT = [
    report(heading("État des lieux"), links(("État", "#%C3%A9tat-des-lieux"))),
    report(heading("État des lieux", anchor="état-des-lieux"), links(("État", "#état-des-lieux"))),
    report(heading("FAST 14", anchor="fast-14", old=["lauréats"]), links(("FAST", "#lauréats"))),
    report(heading("Réseau", anchor="a"), links(("Réseau", "/bilan/2024#a"), ("Haut", "#top"))),
    report(links(("Réseau", "/bilan/2023#reseau")), last=LAST),
    report(links(("Réseau", "/bilan/2023#inconnu"), ("Ailleurs", "https://exemple.fr/#la"))),
    report(links(("Ailleurs", "/incubateurs#tous"))),
    report(heading("E\u0301tat", anchor="état"), links(("État", "#e\u0301tat"))),
]
