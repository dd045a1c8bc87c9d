"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import data_table, download, key_figures, prose, report

WRONG = [
    report(prose("Un fichier de 604,58 KB à télécharger.")),
    report(prose("Un fichier de 3MB.")),
    report(download("Télécharger le bilan (PDF, 600,20 KB)")),
    report(key_figures(("", "12", "GB de données"))),
    report(data_table(("Fichier", "Taille"), ("Bilan", "1 200 kB"))),
]
RIGHT = [
    report(prose("Un fichier de 604,58 Ko à télécharger.")),
    report(prose("Un fichier de 3 Mo, 4 Go et 12 ko.")),
    report(prose("Le groupe MB a 12 équipes, le GB aussi.")),
    report(prose("Une ligne à 100 Mb/s.")),
    report(download("Télécharger le bilan")),
    report(key_figures(("", "12", "MBA délivrés"))),
]
