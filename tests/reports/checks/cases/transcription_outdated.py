"""By rule, in the module of its code: reports that it must find fault with, and not."""

from reports.content.tables import Table
from reports.core.document.transcription import renew_basis
from tests.reports.checks.build import chart, report, table

WORDS = "<p>On compte 12 puis 15 agents.</p>"
HEADS = ("Catégorie", "Valeur")


def written(*rows: tuple[str, ...], words: str = WORDS, heads: tuple[str, ...] = HEADS) -> str:
    """The basis of a transcription that was written when the data were these."""
    return renew_basis("", Table.from_stored(table(heads, rows)), words)


NOW = (("2023", "12"), ("2024", "15"))
WRONG = [
    report(chart("Agents", *NOW, transcription=WORDS, basis=written(("2023", "12")))),
    report(chart("Agents", *NOW, transcription=WORDS, basis=written(NOW[0], ("2024", "14")))),
    report(chart("", *NOW, transcription=WORDS, basis=written(*NOW[::-1]))),
    report(chart("Agents", *NOW, transcription=WORDS, basis=written())),
    report(
        chart("Agents", *NOW, transcription=WORDS, basis=written(*NOW, heads=("Année", "Nombre")))
    ),
]
RIGHT = [
    report(chart("Agents", *NOW, transcription=WORDS, basis=written(*NOW))),
    report(chart("Agents", *NOW, transcription=WORDS)),
    report(chart("Agents", *NOW, basis=written(("2023", "12")))),
    report(chart("Agents", *NOW)),
    report(chart("Agents", alt="Courbe", transcription=WORDS, basis=written(("2023", "12")))),
    report(chart("Agents", ("2023", "0"), transcription=WORDS, basis=written(("2023", "0")))),
]
