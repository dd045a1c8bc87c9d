"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import heading, report

WRONG = [
    report(heading("Partie"), heading("Trop bas", 4)),
    report(heading("Sans partie", 3)),
    report(heading("Sans partie", 4)),
    report(heading("Partie"), heading("Section", 3), heading("Partie"), heading("Bas", 4)),
    report(heading("Une"), heading("Section", 3), heading("Deux"), heading("", 4)),
    report(heading("Une"), heading("A", 3), heading("a", 4), heading("Sous-rubrique", 6)),
]
RIGHT = [
    report(heading("Partie"), heading("Section", 3), heading("Sous-section", 4)),
    report(heading("Partie"), heading("Section", 3), heading("Bas", 4), heading("Partie")),
    report(heading("Une"), heading("Deux")),
    report(heading("Une"), heading("A", 3), heading("a", 4), heading("b", 5), heading("c", 6)),
    report(heading("Une"), heading("A", 3), heading("a", 4), heading("b", 4), heading("B", 3)),
    report(),
]
