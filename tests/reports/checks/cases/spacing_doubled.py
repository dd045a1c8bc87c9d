"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import data_table, heading, key_figures, picture, prose, report

WRONG = [
    report(prose("Il y a   12 agents.")),
    report(prose("The  | sign")),
    report(prose("Une  équipe a grandi.")),
    report(prose("Une\u00a0 équipe a grandi.")),
    report(prose("<p>Une <b> équipe</b> a grandi.</p>")),
    report(heading("Les   équipes")),
    report(key_figures(("", "12", "jours  pleins"))),
    report(data_table(("Poste", "Avis"), ("Frais", "jugés  tard"))),
    report(*(prose(f"La  partie {n}.") for n in range(12))),
]
RIGHT = [
    report(prose("| Cargo     | 2020   | 2021   |")),
    report(prose("Property rents        6.3      6.4")),
    report(prose("Une équipe a grandi.")),
    report(prose("Une équipe\u202f! Oui\u00a0: une.")),
    report(prose("<p>Une équipe. </p><p> Une autre.</p>")),
    report(data_table(("Poste", "2024"), ("Frais", "1  200"))),
    report(picture("Une  équipe")),
    report(prose('<span lang="en">A  team</span> selon eux.')),
    report(),
]
