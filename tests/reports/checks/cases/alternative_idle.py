"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, picture, report

WRONG = [
    report(picture("IMG 1234")),
    report(picture("Capture 12 copie")),
    report(picture("IMG_1234.png")),
    report(picture("effectif-2024.png")),
    report(picture("IMG_1234")),
    report(picture("bilan-2024-effectif")),
    report(picture("equipe_au_complet")),
    report(picture("capture-12", picture=3), pictures={3: "capture-12"}),
    report(picture("equipe-lyon", picture=3), pictures={3: "equipe-lyon"}),
    report(picture("L’équipe à Lyon", "L’équipe à Lyon.")),
    report(picture("Image de l’équipe à Lyon")),
    report(picture("Image d’un guichet")),
    report(picture("Une illustration représentant deux agents")),
    report(picture("photo")),
    report(chart("Effectifs", alt="bilan-2023-effectif.PNG", transcription="<p>1, 2 et 3</p>")),
]
RIGHT = [
    report(picture("L’équipe à Lyon", "En janvier")),
    report(picture("L’équipe à Lyon", picture=3), pictures={3: "L’équipe à Lyon"}),
    report(picture("Équipe", picture=3), pictures={3: "Équipe"}),
    report(picture("Image d’archives : le premier guichet")),
    report(picture("Image de synthèse du futur guichet")),
    report(picture("Un vaccin anti-Covid-19 et sa notice")),
    report(picture("Covid-19")),
    report(picture("Photo de groupe devant le ministère")),
    report(picture("L’image du service dans la presse")),
    report(picture(decorative=True)),
    report(picture("", "L’équipe")),
    report(chart("Effectifs", ("2023", "12"), alt="effectif.png")),
]
