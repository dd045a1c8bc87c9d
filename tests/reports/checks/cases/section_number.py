from tests.reports.checks.build import heading, links, prose, report

PARTS = (
    heading("Introduction", anchor="intro"),
    heading("Les piliers", 3, anchor="piliers"),
    heading("Le réseau", anchor="reseau"),
    heading("Les incubateurs", 3, anchor="incubateurs"),
)

WRONG = [
    report(*PARTS, prose("The plan is in section 7 of this report.")),
    report(
        *(heading(f"{n}. {title}") for n, title in enumerate(("Accueil", "Prêts", "Fonds"), 1)),
        *(heading(f"3.{n} {title}", 3) for n, title in enumerate(("Achats", "Dons"), 1)),
        *(heading(title) for title in ("Annexe", "Sources", "Index", "Merci")),
        prose("Comme le dit la section 7."),
    ),
    report(heading("4.3 Centres"), prose("Voir la section 4.2.")),
    report(*PARTS, prose('Voir <a href="#incubateurs">section 1</a>.')),
    report(*PARTS, prose('Voir la <a href="#piliers">partie 1.2</a>.')),
    report(*PARTS, prose('Voir la <a href="/bilan/2024#reseau">section 2.1</a>.')),
    report(*PARTS, links(("Chapitre 3", "#reseau"))),
    report(*PARTS, prose("Ces piliers sont rappelés en section 7.")),
    report(*PARTS, prose("Les critères sont dans la partie 2.4.")),
]
RIGHT = [
    report(*PARTS, prose("It is laid under section 22 of the Orchards Act 2004.")),
    report(*PARTS, prose("It is laid under section 22(1) of the Orchards Act 2004.")),
    report(*PARTS, prose("Under the Orchards Act 2004, section 22, a fee is due.")),
    report(*PARTS, prose("Selon la loi du 3 mai, section 8, un droit est dû.")),
    report(*PARTS, prose('Voir <a href="#incubateurs">section 2</a>.')),
    report(*PARTS, prose('Voir <a href="#incubateurs">section 2.1</a>.')),
    report(*PARTS, prose("Ces piliers sont rappelés en section 1.1.")),
    report(*PARTS, prose("C’est la section 9 du code du travail.")),
    report(*PARTS, prose("Financé en partie 12 mois, et en partie 8 équipes.")),
    report(*PARTS, prose('Voir <a href="https://exemple.fr/#a">section 12</a> de la charte.')),
    report(prose("Voir la section 4.")),
    report(heading("4.3 Centres"), prose("Voir la section 4.3, et toute la section 4.")),
    report(*PARTS, prose('Voir <a href="#incubateurs">les 17 incubateurs</a>.')),
]
