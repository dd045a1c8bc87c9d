from tests.reports.checks.build import definitions, prose, report

WRONG = [
    report(definitions(("Coût", "Une dépense.")), definitions(("Coût", "Un prix."))),
    report(definitions(("A", "Un."), ("B", "Deux.")), definitions(("B", "Trois."), ("A", "Un."))),
    report(definitions(("Communauté", "Les membres."), ("Communauté", "L’équipe."))),
    report(definitions(("Réseau", "Les structures.")), definitions(("réseau", "Les équipes."))),
    report(definitions(("PLF", "Projet de loi de finances"), ("PLF ", "Projet de loi"))),
    report(definitions(("beta.gouv.fr", "Un programme."), ("Beta gouv fr", "Une approche."))),
    report(definitions(("État", "Une chose."), ("E\u0301tat", "Une autre."))),
]
RIGHT = [
    report(
        definitions(("Coût", "1,2 M€"), ("Aide", "0,4 M€"), ("Maire", "Anne Le Goff")),
        definitions(("Coût", "3,1 M€"), ("Aide", "1 M€"), ("Maire", "Luc Arnoux")),
    ),
    report(
        definitions(("Lieu", "Une halle."), ("But", "Abriter.")),
        definitions(("Lieu", "Un port."), ("But", "Accueillir.")),
    ),
    report(definitions(("Cost", "£310,000")), definitions(("Cost", "£42,000"))),
    report(definitions(("Communauté", "Les membres."), ("Équipe", "L’équipe."))),
    report(definitions(("PLF", "Projet de loi de finances"), ("PLFR", "Projet rectificatif"))),
    report(definitions(("", "Un."), ("", "Deux."))),
    report(definitions(("Réseau", "La communauté.")), prose("Réseau : la communauté.")),
    report(definitions(("Réseau", "Le réseau du réseau."))),
]
