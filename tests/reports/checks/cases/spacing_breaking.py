"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    card,
    data_table,
    heading,
    impact_cards,
    key_figures,
    picture,
    prose,
    report,
)

WRONG = [
    report(data_table(("Poste", "2024"), ("Frais", "ouvert ; plein"))),
    report(prose("Jugé « excellent\u00a0» par tous.")),
    report(prose("Jugé «\u00a0excellent » par tous.")),
    report(prose("Une part de 30 %.")),
    report(prose("Le programme n° 352.")),
    report(prose("Les priorités : mesurer.")),
    report(prose("Mesurer ; améliorer.")),
    report(prose("Est-ce utile ?")),
    report(prose("Jugé « excellent » par 30 % des agents, pour 30 k€.")),
    report(prose("Un budget de 5 869 442\u00a0€.")),
    report(heading("L’impact : une mesure"), key_figures(("Coût :", "0,72 €", ""))),
    report(impact_cards(card("Docs", mission="aider : oui !"))),
    report(*(prose(f"La partie {n} : oui ; non ?") for n in range(20))),
]
RIGHT = [
    report(data_table(("Poste", "2024"), ("Frais", "(1 200)"))),
    report(prose('Le <span lang="en">Is it useful ?</span> des agents.')),
    report(prose("Les priorités\u00a0: mesurer\u202f; améliorer\u202f!")),
    report(prose("Jugé «\u00a0excellent\u00a0» par 30\u00a0% des agents.")),
    report(prose("Un budget de 5\u202f869\u202f442\u00a0€ en 2024.")),
    report(key_figures(("", "Plus de 18 000", "services"), ("", "12 %", "de plus"))),
    report(prose("Une mimique :) et 12 équipes en 2024.")),
    report(prose("Les priorités: mesurer; 50%.")),
    report(picture("Une part : 50 %")),
    report(prose("Voir 01 23 45 67 89.")),
    report(),
]
