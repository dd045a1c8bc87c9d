"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, report

WRONG = [
    report(chart("Effectifs", alt="Courbe des effectifs")),
    report(chart("", alt="Courbe")),
    report(chart("Effectifs", alt="Courbe", transcription="")),
    report(chart("Effectifs", alt="Courbe", transcription="<p></p>")),
    report(chart("Effectifs", alt="Courbe", transcription="<p>  </p><ul><li></li></ul>")),
    report(chart("Effectifs", ("2023", "12")), chart("Budget", alt="Barres")),
]
RIGHT = [
    report(),
    report(chart("Effectifs", ("2023", "12"), ("2024", "15"))),
    report(chart("Zéros", ("2023", "0"), ("2024", "0"))),
    report(chart("", ("2023", "12"))),
    report(chart("Effectifs", alt="Courbe", transcription="<p>12 en 2023, 15 en 2024.</p>")),
    report(chart("Effectifs", ("2023", "12"), transcription="<p>12 agents en 2023.</p>")),
]
