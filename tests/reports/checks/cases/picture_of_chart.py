"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, picture, report

WRONG = [
    report(picture("Courbe des effectifs de la communauté")),
    report(picture("Carte de France des équipes")),
    report(picture("Une carte des incubateurs")),
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
    report(picture("Deux agents à un guichet")),
    report(picture("Deux personnes devant un graphique affiché au mur")),
    report(picture("Carte de visite d’un agent")),
    report(picture("Une carte d’identité")),
    report(picture("Carte de vœux de l’équipe")),
    report(picture("Carte Vitale posée sur un guichet")),
    report(picture("Un cartel d’exposition")),
    report(picture("Les graphistes au travail")),
    report(picture("", decorative=True)),
    report(chart("Effectifs", alt="Courbe des effectifs", transcription="<p>1, 2, 3</p>")),
]
