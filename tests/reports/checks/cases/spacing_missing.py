"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    budget,
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
    report(prose("La Table: un lieu.")),
    report(prose("Des agents;des usagers.")),
    report(prose("Jugé « excellent» par tous.")),
    report(prose("Jugé «excellent » par tous.")),
    report(prose("Près de 50% des équipes, et 30K€ par an.")),
    report(prose("Un coût de 11€ par dossier.")),
    report(prose("Il est de 5589773 € cette année.")),
    report(prose("Le programme n°352 finance l’ensemble.")),
    report(prose("Jugé «excellent» par les agents.")),
    report(prose("Les priorités: mesurer; améliorer!")),
    report(prose("Le fonds (FAST); la suite vient.")),
    report(prose("En hausse de 12 %de dossiers.")),
    report(heading("Quel impact?")),
    report(key_figures(("", "828", "réseaux, soit 93% de la chaleur"))),
    report(key_figures(("Coût d’un dossier:", "0,72 €", ""))),
    report(data_table(("Question", "2024"), ("Utile?", "12 %"))),
    report(impact_cards(card("Docs", mission="aider; puis accompagner"))),
    report(prose("Il est <b>« excellent»</b>.", "Il a <i>12%</i> de plus.")),
    report(prose("Les " + ", ".join(f"{n}%" for n in range(10, 30)) + " sont atteints.")),
    report(prose("Plus de 12345 agents, dont 120000 usagers.")),
]
RIGHT = [
    # A year with the mark of a note; the marker of a caption in Markdown.
    report(prose('<p>Bâti dès 1768<sup><a href="#note3">3</a></sup> en pierre.</p>')),
    report(prose("Table: Prêts par site")),
    report(prose("Près de 50 % des équipes, 30 k€ par an : oui ; non ? si ! « fin »")),
    report(
        prose("Près de 50\u00a0% des équipes\u202f; oui\u202f? «\u00a0fin\u00a0»\u00a0: 5\u202f000")
    ),
    report(key_figures(("", "93%", "de la chaleur"), ("Coût :", "1,30€", "(par mois)"))),
    report(budget(("Animation", "1352737 €", "3,7 ETPT"))),
    report(data_table(("Question", "2024"), ("Utile ?", "12%"))),
    report(prose("Voir https://exemple.fr/a?b=c;d:50%, et Compar:IA à 12:30.")),
    report(prose("Elle habite 75007 Paris et suit la norme ISO 27001, dossier 12345.")),
    report(prose("Le service est né (n° 352) en 2024 ; SIRET : 13002526500013.")),
    report(prose("Bravo !!! Vraiment ?! Une mimique :) et ;-) et (?)")),
    report(prose("Téléphone 0123456789, identifiant A12345, écrire à a;b@exemple.fr")),
    report(prose("Une liste : a) ceci ; b) cela. L'apostrophe ʼ et  deux espaces.")),
    report(picture("Une part de 50%")),
    report(prose('Le <span lang="en">Is it useful?</span> des agents.')),
]
