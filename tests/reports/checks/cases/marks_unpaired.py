"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    budget,
    card,
    data_table,
    heading,
    impact_cards,
    incubators,
    key_figures,
    prose,
    report,
)

WRONG = [
    report(prose("Le fonds (FAST accompagne la croissance.")),
    report(prose("Le fonds FAST) accompagne la croissance.")),
    report(prose('Une page "Statistiques” publique.')),
    report(prose('Une page “Statistiques" publique.')),
    report(prose("Jugé « excellent par les agents.")),
    report(prose("Jugé excellent » par les agents.")),
    report(heading("Les résultats [provisoires")),
    report(key_figures(("", "12", "agents (dont 3 à Lyon"))),
    report(impact_cards(card("Docs", mission="aider les agents (et les usagers"))),
    report(incubators(("La ruche (Ministère des Armées", ""))),
    report(data_table(("Question", "2024"), ("Utile (ou presque", "12 %"))),
    report(prose("Une première idée (la bonne.", "Une seconde idée.")),
    report(prose("Il y a (beaucoup) trop) de signes.")),
]
RIGHT = [
    report(prose("Une part de [0, 5[ ou de [10 ; 20[.")),
    report(prose("Le fonds (FAST) accompagne « la croissance [interne] » et “le reste”.")),
    report(prose("Trois buts : a) mesurer ; b) améliorer ; 3) confier ; iv) finir.")),
    report(prose("Une mimique :) et une autre ;-) ou :( pour finir 8)")),
    report(prose("Un écart de (0.8) point, puis (8), (18) et (1,8).")),
    report(prose("Entrepreneur(e)s, agent(e)s et un intervalle [0, 5[ ou ]0 ; 1].")),
    report(prose("« Une longue citation.", "Elle continue ici. »")),
    report(prose("Le total (hors aide)\n(5 millions en 2023) est connu.")),
    report(prose("Une parenthèse (qui passe\nà la ligne de la source) et se ferme.")),
    report(key_figures(("Un coaching (équivalent à", "30 k€", ")"))),
    report(key_figures(("", "2,7 millions", "de dossiers (soit 7,5 millions en cumulé)"))),
    report(budget(("Animation (et soutien)", "12 €", "3 ETP"))),
    report(prose('Un écran de 15" et une page "publique".')),
    report(prose("L'apostrophe d’ici, ‘là’ et lʼautre.")),
]
