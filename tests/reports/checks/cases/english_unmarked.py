"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    card,
    criteria,
    data_table,
    definitions,
    heading,
    impact_cards,
    key_figures,
    prose,
    report,
    service_lines,
)

WRONG = [
    report(prose("La démarche <i>lean startup</i> inspire les équipes.")),
    report(prose("Un programme de bug bounty a été lancé.")),
    report(prose("Deux bug\nbounties, puis un Bug Bounty.")),
    report(key_figures(("", "16", "roadmap accessibilité"))),
    report(heading("Le Net Promoter Score")),
    report(definitions(("NPS", "Le Net Promoter Score des membres"))),
    report(criteria(("Critère 1", "Utile", "mesuré par le Net Promoter Score"))),
    report(data_table(("Métier", "2024"), ("Product Owners", "12"))),
    report(impact_cards(card("Docs", mission="faciliter l’onboarding des agents"))),
    report(service_lines(("Docs", "/docs", "un kick-off chaque mois"))),
    report(prose('Le <span lang="en">bug bounty</span> : un bug bounty comme un autre.')),
]
RIGHT = [
    report(prose('La démarche <i><span lang="en">lean startup</span></i> inspire.')),
    report(prose('Le <span lang="en-GB">Net Promoter <b>Score</b></span> des membres.')),
    report(prose("Une startup d’État, un site web, un webinaire et un email.")),
    report(prose("Les hackers éthiques de YesWeHack, et Compar:IA.")),
    report(prose("Voir roadmap.beta.gouv.fr et https://exemple.fr/roadmap pour la suite.")),
    report(prose("Écrire à roadmap@exemple.fr.")),
    report(service_lines(("Dashboard", "/dashboard", "suivre ses services"))),
    report(prose("Le score net, la feuille de route et la chasse aux failles.")),
    report(prose("Un code ouvert : l’open source et l’open data.")),
    report(prose("Les quickwins_2024 du dossier.")),
]
