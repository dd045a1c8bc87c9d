"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import card, impact_cards, indicators, prose, report

MANO = impact_cards(card("Mano"))
TABLE = indicators(("Indicateurs", "Résultats 2024"), ("Lancés", "12"), refs=("lances",))
TWICE = ("« Mano » (mano)", "« MANO » (mano-2)")

WRONG = [
    report(MANO, duplicates=(("impact_cards-0", *TWICE),)),
    report(TABLE, duplicates=(("indicator_table-0", "« Lancés » (a)", "« lancés » (b)"),)),
    report(prose("Voici."), MANO, duplicates=(("impact_cards-1", *TWICE),)),
    report(MANO, duplicates=(("impact_cards-0", *TWICE), ("impact_cards-0", "« A »", "« B »"))),
    report(MANO, duplicates=(("parti", *TWICE),)),
]
RIGHT = [
    report(MANO),
    report(TABLE),
    report(prose("La fiche « Mano » existe peut-être deux fois.")),
    report(MANO, TABLE),
    report(MANO, MANO),
]
