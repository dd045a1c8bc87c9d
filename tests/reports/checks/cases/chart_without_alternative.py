"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import chart, report

WORDS = "<p>On compte 12, 15 puis 18 agents.</p>"

WRONG = [
    report(chart("Effectifs", transcription=WORDS)),
    report(chart("Effectifs", alt="", transcription=WORDS)),
    report(chart("Effectifs", alt="   ", transcription=WORDS)),
    report(chart("", transcription=WORDS)),
    report(chart("Effectifs")),
]
RIGHT = [
    report(chart("Effectifs", alt="Courbe des effectifs", transcription=WORDS)),
    report(chart("Effectifs", ("2023", "12"))),
    report(chart("Effectifs", ("2023", "12"), alt="", transcription=WORDS)),
    report(chart("Zéros", ("2023", "0"))),
    report(chart("", ("2023", "12"), columns=("Année", "Agents"))),
]
