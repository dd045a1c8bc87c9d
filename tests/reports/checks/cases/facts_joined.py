"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import card, fact_list, impact_cards, key_figures, report

WRONG = [
    report(key_figures(("", "500", "bénévoles chaque jour - 12 750 organisations inscrites"))),
    report(key_figures(("", "107", "collectivités partenaires - 23 opérateurs labellisés"))),
    report(key_figures(("", "173 154", "promesses (en cumulé) - 77 % des usagers contents"))),
    report(fact_list(("Plus de", "3", "régions – plus de 40 communes équipées"))),
    report(impact_cards(card("Docs", ("", "12", "agents formés — près de 3 heures gagnées")))),
    report(key_figures(("", "12", "agents - dont la moitié à Lyon - 4 équipes en tout"))),
]
RIGHT = [
    report(key_figures(("", "10", "/ 12 - 14 agents"))),
    report(key_figures(("", "12", "agents - dont 3 à Lyon"))),
    report(key_figures(("", "500", "bénévoles chaque jour"))),
    report(key_figures(("", "10", "- 12 agents par équipe"))),
    report(key_figures(("", "12", "agents - Lyon et Rennes"))),
    report(key_figures(("", "12", "agents - 2023"))),
    report(key_figures(("", "12", "agents (Lyon - 8 agents, Rennes - 4 agents)"))),
    report(key_figures(("", "12", "rendez-vous en porte-à-porte, dont 3 à Lyon"))),
    report(key_figures(("", "12", "réponses (NPS entre -100 et 100)"))),
    report(key_figures(("", "828", "réseaux, soit 93 % de la chaleur livrée"))),
]
