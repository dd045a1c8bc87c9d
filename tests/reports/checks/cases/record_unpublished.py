"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import card, impact_cards, indicators, prose, report

COLUMNS = ("Indicateurs", "Résultats 2024")
MANO = impact_cards(card("Mano"))
TABLE = indicators(COLUMNS, ("Services lancés", "12"), refs=("lances",))

WRONG = [
    report(MANO, unpublished=(("impact_cards-0", "Mano"),)),
    report(TABLE, unpublished=(("indicator_table-0", "Services lancés"),)),
    report(prose("Voici."), MANO, unpublished=(("impact_cards-1", "Mano"),)),
    report(MANO, unpublished=(("impact_cards-0", "Mano"), ("impact_cards-0", "Pix"))),
    report(MANO, unpublished=(("parti", "Mano"),)),
]
RIGHT = [
    report(MANO),
    report(TABLE),
    report(prose("La fiche « Mano » est en brouillon.")),
    report(MANO, TABLE),
    report(prose("Voici.")),
]
