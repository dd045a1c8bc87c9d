from tests.reports.checks.build import (
    budget,
    callout,
    data_table,
    fact_list,
    heading,
    key_figures,
    prose,
    report,
)

MONEY = budget(("Réseau", "3 370 820 €", ""), ("Outils", "1 406 165 €", ""))  # 4 776 985
STAFF = budget(("Réseau", "", "2 ETPT"), ("Outils", "", "3,7 ETPT"))  # 5,7
BOTH = budget(("Réseau", "100 €", "2 ETPT"), ("Outils", "250 €", "3,7 ETPT"))
WRONG = [
    report(heading("Budget"), prose("Le total des ressources est de 47 769 €."), MONEY),
    report(heading("Budget"), prose("Le total des ressources est de 4 776 985 000 €."), MONEY),
    report(heading("Budget"), prose("Le total des ressources est de 4 776 986 €."), MONEY),
    report(prose("Le total est de 4,7 M€, réparti ainsi :"), MONEY),
    # A post that is as large as the total, or larger.
    report(
        prose("Le total des ressources est de 4 000 000 €."),
        budget(("Réseau", "4 000 000 €", ""), ("Outils", "1 000 000 €", "")),
    ),
    report(
        prose("Un budget total de 4 000 000 € pour l’année se répartit ainsi :"),
        budget(("Réseau", "4 500 000 €", ""), ("Outils", "1 000 000 €", "")),
    ),
    report(prose("Une somme de 4 776 895 € finance nos activités."), MONEY),
    report(key_figures(("Budget total :", "4 800 001 €", "")), prose("Il se répartit :"), MONEY),
    report(prose("Au total, 6,7 ETPT dont 1,1 ETPT transverses sont mobilisés :"), STAFF),
    report(prose("Le total (4,2 M€ en 2023) est de 4 776 958 € en 2024, réparti :"), MONEY),
    report(prose("Le total est de 350 € et 5,8 ETPT, répartis ainsi :"), BOTH),
    report(MONEY, prose("Soit un total de 4 676 985 €.")),
    report(callout("Total du financement : plus de 4,8 millions d’euros."), MONEY),
    report(prose("<p>Le total des ressources\n(4,2 M€ en 2023) est de 4 776 900 €\n:</p>"), MONEY),
    # Tables and lists of amounts, where the sentence right above says that they share a total.
    report(
        prose("Le total, 900 €, se répartit ainsi :"),
        data_table(("Dépense", "Montant"), ("Réseau", "500 €"), ("Outils", "300 €")),
    ),
    report(
        prose("Le budget total de 1,2 M€ se répartit ainsi :"),
        fact_list(("Réseau :", "500 000 €", ""), ("Outils :", "800 000 €", "")),
    ),
]
RIGHT = [
    report(prose("L’ensemble des équipes a été formé, pour 20 000 €."), MONEY),
    report(prose("Au total, 30 000 € de coaching ont été payés."), MONEY),
    report(prose("Au total, 3 370 820 € de réseau ont été payés."), MONEY),
    report(prose("Les ressources se répartissent : 3 370 820 € de réseau et le reste."), MONEY),
    report(heading("Budget"), prose("Le total des ressources est de 4 776 985 €."), MONEY),
    report(prose("Le total est de 4,8 M€, réparti ainsi :"), MONEY),
    report(prose("Le total est de plus de 4,7 millions d’euros."), MONEY),
    report(prose("Le budget est d’environ 5 millions d’euros."), MONEY),
    # The share that the sentence names counts with the posts.
    report(prose("Au total, 6,7 ETPT dont 1 ETPT transverse sont mobilisés :"), STAFF),
    report(prose("Le total est de 350 € et 5,7 ETPT, répartis ainsi :"), BOTH),
    # Another year, another thing, another section, one amount among the posts.
    report(prose("Le total était de 4,2 M€ en 2023. Il se répartit ainsi :"), MONEY),
    report(prose("Ce fonds porte aussi 63 projets, pour 18,8 millions d’euros."), MONEY),
    report(MONEY, prose("Un fonds distinct est doté de 4,9 millions d’euros.")),
    report(prose("Le total est de 4 776 986 €."), heading("Budget"), MONEY),
    report(prose("Le total dont 30 K€ de coaching est réparti ainsi :"), MONEY),
    report(prose("Le total est de 9 €."), budget(("Réseau", "4 €", ""), ("Outils", "ND", ""))),
    report(prose("Le total est de 9 €."), budget(("Réseau", "4 €", ""))),
    report(
        prose("Le budget se répartit ainsi :"),
        MONEY,
        prose("Le total de l’autre fonds est de 9 000 000 €."),
        budget(("Études", "4 000 000 €", ""), ("Travaux", "5 000 000 €", "")),
    ),
    report(budget(), prose("Le total est de 9 €."), data_table((), ())),
    report(
        prose("Le total, 800 €, se répartit ainsi :"),
        data_table(("Dépense", "Montant"), ("Réseau", "500 €"), ("Outils", "300 €")),
    ),
    report(
        prose("Le total des crédits est de 900 €. Quelques exemples :"),
        fact_list(("Réseau :", "500 €", ""), ("Outils :", "300 €", "")),
    ),
    report(prose("Le budget prévu en 2025 est de 5 M€ au total, réparti ainsi :"), MONEY),
]
