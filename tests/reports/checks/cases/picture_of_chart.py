"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import accordion, chart, data_table, heading, picture, prose, report

SAID = "Transcription : 310 repas en 2022, 340 en 2023 et 355 en 2024."
WRONG = [
    # A table of other things, of words, or of another section.
    report(picture("Courbe des repas"), data_table(("", "Agents"), ("A", "3"), ("B", "4"))),
    report(picture("Courbe des repas"), data_table(("", "Repas"), ("A", "bons"), ("B", "froids"))),
    report(
        picture("Courbe des repas"),
        heading("Suite"),
        data_table(("Mois", "Repas"), ("Mai", "310"), ("Juin", "340")),
    ),
    # A transcription without values, of another picture, or of another section.
    report(picture("Courbe des repas"), prose("Transcription : les repas montent depuis 2022.")),
    report(picture("Courbe des repas"), picture("Deux tables"), prose(SAID)),
    report(picture("Courbe des repas"), heading("Suite"), prose(SAID)),
    report(picture("Courbe des repas"), prose("Une cantine de 12 tables et de 40 chaises.")),
    report(picture("Courbe des effectifs de la communauté")),
    report(picture("Carte de France des équipes")),
    report(picture("Une carte des incubateurs")),
    report(picture("Carte de la France : nombre d’équipes dans chaque région")),
    report(picture("Un graphique en barres : services par équipe")),
    report(picture("Diagramme de Gantt du projet")),
    report(picture("Histogramme des délais")),
    report(picture("Camembert des dépenses")),
    report(picture("Schéma du parcours d’un usager")),
    report(picture("Répartition des dépenses sous forme de camembert")),
    report(picture("Évolution du budget (graphique en courbe)")),
    report(picture("Services par équipe", "Graphique : services par équipe")),
    report(picture("Cartographie des équipes")),
]
RIGHT = [
    report(
        picture("Courbe des repas servis"),
        data_table(("Mois", "Repas"), ("Mai", "310"), ("Juin", "340"), caption=""),
    ),
    report(
        picture("Graphique : prêts par salle"),
        prose("Données du graphique :"),
        data_table(("", "Nord", "Sud"), ("Prêts", "310", "340"), caption=""),
    ),
    # What it shows is written right below it.
    report(picture("Courbe des repas"), prose(SAID)),
    report(picture("Courbe des repas"), prose("Photo de la cantine."), prose(SAID)),
    report(
        picture("Graphique des recettes"),
        prose("Version texte du graphique : 2,1 M€ en 2023 ; 2,4 M€ en 2024."),
    ),
    report(
        picture("Diagramme des repas"),
        accordion("Repas", ("Figure 2 in words", "Soups: 310. Salads: 205.")),
    ),
    report(picture("Deux agents à un guichet")),
    report(picture("Deux personnes devant un graphique affiché au mur")),
    report(picture("Carte de la France, où sont trois villes : Paris, Lyon et Rennes")),
    report(picture("Carte de visite d’un agent")),
    report(picture("Une carte d’identité")),
    report(picture("Carte de vœux de l’équipe")),
    report(picture("Carte Vitale posée sur un guichet")),
    report(picture("Un cartel d’exposition")),
    report(picture("Les graphistes au travail")),
    report(picture("", decorative=True)),
    report(chart("Effectifs", alt="Courbe des effectifs", transcription="<p>1, 2, 3</p>")),
]
