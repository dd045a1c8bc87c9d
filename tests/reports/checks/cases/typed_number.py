from tests.reports.checks.build import heading, report

WRONG = [
    report(heading("3. Résultats")),
    report(heading("2.1 – Les piliers", 3)),
    report(heading("Partie 2 : le réseau")),
    report(heading("2.1 Les piliers", 3)),
    report(heading("4) Le réseau")),
    report(heading("II. Le réseau")),
    report(heading("3 - Résultats")),
    report(heading("A. Résultats", 4)),
]
RIGHT = [
    report(heading("17 incubateurs partenaires")),
    report(heading("2024 : une année de croissance")),
    report(heading("1,2 million de dossiers"), heading("1.5 million de dossiers")),
    report(heading("FAST 14", 4), heading("1 élève, 1 stage", 4)),
    report(heading("30 % d’agents publics"), heading("24h/24, 7j/7")),
    report(heading("5 – 7 octobre : un séminaire"), heading("Partie prenante : le public")),
    report(heading("Section des usagers"), heading("A-Just"), heading("Vivre ensemble")),
    report(heading("")),
]
