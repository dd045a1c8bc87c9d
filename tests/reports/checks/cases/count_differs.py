from tests.reports.checks.build import (
    awards,
    card,
    criteria,
    data_table,
    definitions,
    fact_list,
    heading,
    impact_cards,
    incubators,
    key_figures,
    prose,
    report,
    service_lines,
)

CARDS = impact_cards(card("Alpha"), card("Bêta"), card("Gamma"))
LINES = service_lines(("Alpha", "", "Aider."), ("Bêta", "", "Aider."), ("Gamma", "", "Aider."))
PLACES = incubators(("Nord", ""), ("Sud", ""), ("Est", ""), ("Ouest", ""))
RULES = criteria(("Critère 1", "Utile", ""), ("Critère 2", "Simple", ""))
A = awards(("Alpha", "", "3 €"), ("Bêta", "", "2 €"))
B = awards(("Gamma", "", "3 €"))
ROUNDS = (heading("FAST 14", 4), A, heading("FAST 15", 4), B)
A_B_C = (("A", "1", ""), ("B", "2", ""), ("C", "3", ""))
WRONG = [
    report(prose("Un service doit remplir 30 critères :"), RULES),
    report(heading("50 incubateurs partenaires"), PLACES),
    report(heading("FAST", 3), prose("Il y a eu 30 lauréats en 2024."), *ROUNDS),
    report(
        prose(
            "<p>Les cinq projets suivants ont été financés.</p>"
            "<ul><li>Un</li><li>Deux</li><li>Trois</li></ul>"
        )
    ),
    report(
        prose("Les cinq projets suivants ont été financés."),
        prose("<ul><li>Un</li><li>Deux</li><li>Six</li></ul>"),
    ),
    report(
        heading("Projets"),
        prose("The following five projects were funded."),
        *(part for name in "ABCD" for part in (heading(name, 3), prose("Text."))),
        heading("Budget"),
    ),
    report(
        prose("Nous suivons les 4 lieux ci-dessous."),
        data_table(("Lieu", "Lits"), ("A", "1"), ("B", "2"), ("Total", "3")),
    ),
    report(
        prose("We run the four sites below."),
        fact_list(("A", "1", ""), ("B", "2", ""), ("C", "3", "")),
    ),
    report(incubators(("Nord", ""), ("Sud", ""), lead="dans 3 ministères :")),
    report(heading("5 incubateurs partenaires"), PLACES),
    report(prose("En 2024, 4 services ont changé d’échelle :"), RULES, prose("Les voici :"), CARDS),
    report(heading("Nouveautés"), prose("Ont été lancés 2 nouveaux produits :"), LINES),
    report(incubators(("Nord", ""), ("Sud", ""), lead="dont 3 incubateurs créés en 2024 :")),
    report(incubators(("Nord", ""), lead="Et aussi 4 incubateurs en cours de création :")),
    report(prose("Un service doit remplir 3 critères :"), RULES),
    report(heading("FAST", 3), key_figures(("", "4", "Lauréats en 2024")), *ROUNDS),
    report(heading("FAST", 3), prose("Il y a eu 3 lauréats, répartis en 3 promotions."), *ROUNDS),
    report(heading("FAST", 3), prose("La promo 14 compte 3 produits."), *ROUNDS),
    report(heading("FAST", 3), prose("Les 3 promotions (promos 14 et 15) se suivent."), *ROUNDS),
    report(prose("L’approche tient en 4 principes :"), fact_list(("Un", "", ""), ("Deux", "", ""))),
    report(prose("<p>Elle tient en 3 piliers :</p><ul><li>Un</li><li>Deux</li></ul>")),
    report(
        prose("Le réseau en retient 3 termes :"),
        definitions(("Réseau", "Un."), ("Produit", "Deux.")),
    ),
]
RIGHT = [
    report(prose("Le réseau, qui compte 248 services, a lancé :"), LINES),
    report(heading("FAST", 3), prose("2 lauréats ont doublé leur audience."), *ROUNDS),
    report(
        prose("Les cinq projets suivants sont sûrs : Halle, Pont, Quai."),
        fact_list(("A", "1", ""), ("B", "2", ""), ("C", "3", "")),
    ),
    report(prose("The following four financial years were hard."), fact_list(*A_B_C)),
    report(
        prose(
            "<p>Les trois projets suivants ont été financés.</p>"
            "<ul><li>Un</li><li>Deux</li><li>Trois</li></ul>"
        )
    ),
    # Parts of another kind may follow, and years are no list.
    report(
        heading("Projets"),
        prose("The following two projects were funded."),
        *(part for name in "ABC" for part in (heading(name, 3), prose("Text."))),
    ),
    report(
        prose("Les cinq années suivantes ont été dures."), fact_list(("A", "1", ""), ("B", "2", ""))
    ),
    report(
        prose("Les cinq projets suivants sont sûrs.", "Puis."),
        fact_list(("A", "1", ""), ("B", "2", "")),
    ),
    report(
        prose("Les quatre projets suivants sont sûrs."),
        prose("Le premier."),
        fact_list(("A", "1", ""), ("B", "2", "")),
    ),
    report(
        heading("A"), prose("The following four projects were funded."), heading("B"), heading("C")
    ),
    report(
        prose("Nous suivons les 2 lieux ci-dessous."),
        data_table(("Lieu", "Lits"), ("A", "1"), ("B", "2"), ("Total", "3")),
    ),
    report(heading("4 incubateurs partenaires"), PLACES),
    report(prose("En 2024, 3 services ont changé d’échelle :"), RULES, prose("Les voici :"), CARDS),
    report(incubators(("Nord", ""), ("Sud", ""), lead="dont 2 incubateurs créés en 2024 :")),
    report(heading("FAST", 3), key_figures(("", "3", "Lauréats en 2024")), *ROUNDS),
    report(heading("FAST", 3), prose("Il y a eu 3 lauréats, répartis en 2 promotions."), *ROUNDS),
    # Some of many, elsewhere, of another year, in a sentence that announces nothing.
    report(prose("Nous suivons 248 services, dont :"), LINES),
    report(prose("Nous suivons 4 services, notamment :"), LINES),
    report(prose("Voici quelques-uns des 5 services lancés :"), LINES),
    report(key_figures(("", "4", "services en cours")), LINES),
    report(prose("Nous avons lancé 4 services cette année."), LINES),
    report(heading("4 services"), heading("Autre chose"), LINES),
    report(prose("Les 4 agents des services suivants ont été formés :"), LINES),
    report(heading("FAST", 3), prose("Depuis 2022, 5 lauréats ont été suivis."), *ROUNDS),
    report(heading("FAST", 3), prose("Il y a 3 promos par an."), *ROUNDS),
    report(heading("FAST", 3), prose("Il y avait 5 lauréats en 2023."), *ROUNDS),
    report(heading("FAST", 3), prose("Les promos 13 et 14 comptent 5 lauréats."), *ROUNDS),
    report(heading("30 services à impact national"), CARDS),
    report(prose("Un service doit remplir 2 critères :"), RULES, CARDS),
    report(heading("3 missions"), prose("Elles sont larges."), fact_list(("Un", "", ""))),
    report(prose("<p>Elle tient en 2 piliers :</p><ul><li>Un</li><li>Deux</li></ul>")),
    report(incubators(lead="dont aucun :"), impact_cards(), prose("")),
    report(heading("FAST", 3), prose("3 lauréats, dont 2 lauréats en région."), *ROUNDS),
    report(prose("Ils sont portés par 3 ministères :"), PLACES),
]
