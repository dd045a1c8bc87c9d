from tests.reports.checks.build import definitions, prose, report

WRONG = [
    report(definitions(("Communauté", "Les membres."), ("Communauté", "L’équipe."))),
    report(definitions(("Réseau", "Les structures.")), definitions(("réseau", "Les équipes."))),
    report(definitions(("PLF", "Projet de loi de finances"), ("PLF ", "Projet de loi"))),
    report(definitions(("beta.gouv.fr", "Un programme."), ("Beta gouv fr", "Une approche."))),
    report(definitions(("État", "Une chose."), ("E\u0301tat", "Une autre."))),
]
RIGHT = [
    report(definitions(("Communauté", "Les membres."), ("Équipe", "L’équipe."))),
    report(definitions(("PLF", "Projet de loi de finances"), ("PLFR", "Projet rectificatif"))),
    report(definitions(("", "Un."), ("", "Deux."))),
    report(definitions(("Réseau", "La communauté.")), prose("Réseau : la communauté.")),
    report(definitions(("Réseau", "Le réseau du réseau."))),
]
