from tests.reports.checks.build import (
    Block,
    awards,
    fact_list,
    heading,
    key_figures,
    prose,
    report,
)

A = awards(("Alpha", "", "300 000 €"), ("Bêta", "", "121 000 €"), caption="")  # 421 000
B = awards(("Gamma", "", "200 000 €"), ("Delta", "", "30 000 €"), caption="")  # 230 000


def rounds(*told: Block) -> tuple[Block, ...]:
    """A part on awards as reports have it: the programme, then a section for each round."""
    return (
        heading("Activités"),
        heading("FAST", 3),
        heading("Le programme", 4),
        *told,
        heading("FAST 14", 4),
        A,
        heading("FAST 15", 4),
        B,
    )


WRONG = [
    report(heading("Lauréats"), prose("Les lauréats ont reçu 430 millions d’euros."), A),
    report(heading("Lauréats"), prose("Les lauréats ont reçu 4 300 €, accordés en mars."), A),
    report(
        *rounds(prose("En 2024, 0,68 million d’euros ont été accordés sur les promos 14 et 15."))
    ),
    report(*rounds(key_figures(("", "0,56 million d’euros", "engagés sur les promos 14 et 15")))),
    report(*rounds(prose("Au total, 651 001 € ont été attribués aux lauréats."))),
    report(*rounds(prose("La promo 14 a reçu 412 000 €, la plus grosse part."))),
    report(*rounds(prose("Plus de 700 000 € ont été attribués."))),
    report(heading("Lauréats"), prose("Les lauréats ont reçu 430 000 €, accordés en mars."), A),
    report(
        heading("Lauréats", 2),
        heading("Vague 1", 3),
        prose("Ils ont reçu 430 000 €, accordés en mars."),
        A,
    ),
    report(prose("Le FAST a versé 650 000 € à ses lauréats."), A, B),
]
RIGHT = [
    report(heading("Lauréats"), prose("Alpha, lauréat, a reçu 300 000 €, accordés en mars."), A),
    report(heading("Lauréats"), prose("Les lauréats ont levé 12 millions d’euros en bourse."), A),
    report(heading("Lauréats"), prose("30 000 € ont été engagés pour le coaching."), A),
    report(
        *rounds(prose("En 2024, 0,65 million d’euros ont été accordés sur les promos 14 et 15."))
    ),
    report(*rounds(prose("Au total, 651 000 € ont été attribués aux lauréats."))),
    report(*rounds(prose("La promo 14 a reçu 421 000 €."), prose("La promo 15, 230 000 €."))),
    report(*rounds(prose("Plus de 600 000 € ont été attribués."))),
    # Of each, at most, in kind, of other years, of rounds that are not here.
    report(*rounds(prose("Le FAST cofinance chaque lauréat jusqu’à 500 000 €."))),
    report(
        *rounds(fact_list(("un accompagnement des lauréats (coaching équivalent à", "30K€", ")")))
    ),
    report(*rounds(prose("Un cofinancement (entre 50% et < 300K€) réparti entre lauréats."))),
    report(*rounds(prose("En 2023, 900 000 € avaient été accordés aux lauréats."))),
    report(*rounds(prose("Depuis l’ouverture, 800 000 € ont été accordés."))),
    report(*rounds(prose("Nous avons accordé 800 000 € aux promos 13 et 14."))),
    report(*rounds(prose("Un fonds voisin porte 18,8 millions d’euros de projets."))),
    report(*rounds(prose("Soit 500 000 € par promotion en moyenne, accordés en deux fois."))),
    report(prose("Nous avons accordé 9 €."), awards(("Alpha", "", "ND"), ("Bêta", "", "4 €"))),
    report(prose("Nous avons accordé 9 €."), awards()),
]
