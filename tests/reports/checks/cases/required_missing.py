"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, data_table, heading, picture, prose, report

NO_ROWS = "Tableau › Tableau : Ce tableau n’a aucune ligne."
EMPTY = "Titre › Titre : Ce champ est obligatoire."
SOURCE = "Graphique › Source : Ce champ est obligatoire."
TITLE = "La page n’a pas de titre."

WRONG = [
    report(data_table(("A", "B")), lacking=(("data_table-0", NO_ROWS),)),
    report(heading(""), lacking=(("heading-0", EMPTY),)),
    report(prose("Voici."), heading(""), lacking=(("heading-1", EMPTY),)),
    report(prose("Voici."), lacking=(("", TITLE),)),
    report(
        chart("Effectifs", ("2023", "12")),
        lacking=(("chart-0", "Graphique › Source : Ce champ est obligatoire."),),
    ),
]
RIGHT = [
    report(prose("Voici.")),
    report(heading("Nos résultats")),
    report(data_table(("A", "B"), ("a", "1"))),
    report(chart("Effectifs"), lacking=(("chart-0", "Graphique : écrivez la transcription."),)),
    report(picture("Une équipe"), lacking=(("picture-0", "Image › Texte alternatif : écrivez."),)),
]
