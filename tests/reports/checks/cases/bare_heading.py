from tests.reports.checks.build import chart, data_table, download, heading, picture, prose, report

WRONG = [
    report(heading("Une"), heading("Deux"), prose("Texte."), titles=("Le port",)),
    report(prose("Texte."), heading("Bilan"), heading("Rapport 2024"), prose("Texte.")),
    report(heading("Une"), prose("Texte."), heading("Deux"), prose("   ")),
    report(heading("Une"), heading("Deux"), prose("Texte.")),
    report(heading("Une"), heading("A", 3), heading("Deux"), prose("Texte.")),
    report(heading("Une"), prose(""), heading("Deux"), prose("Texte.")),
    report(heading("Une"), prose("Texte."), heading("Perspectives")),
    report(heading("Une"), heading("A", 3), heading("B", 3), prose("Texte.")),
]
RIGHT = [
    # The title of the report, over its first part.
    report(heading("Port de l’Anse"), heading("Bilan 2024"), prose("Texte.")),
    report(heading("Le port"), heading("Une"), prose("Texte."), titles=("Le Port – 2024",)),
    report(heading("Une"), heading("A", 3), heading("a", 4), prose("Texte.")),
    report(heading("Une"), picture(), heading("Deux"), download("Le bilan")),
    report(heading("Une"), chart("Effectifs"), heading("Deux"), data_table(("", "2024"))),
    report(heading("Une"), prose("Texte."), heading("Deux"), prose("", "Texte.")),
    report(prose("Texte.")),
    report(),
]
