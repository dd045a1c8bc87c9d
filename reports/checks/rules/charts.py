"""Rules about the text alternatives of charts."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.figure_blocks import Chart
from reports.core.reading import Reading


@rule(
    "chart-without-transcription",
    Severity.ERROR,
    "Graphique sans transcription",
    "Un graphique n’a ni données ni transcription : qui ne voit pas l’image n’en lit rien "
    "(RGAA 1.6).",
)
def chart_without_transcription(report: Reading) -> Iterator[Issue]:
    for place, chart in report.find_nodes(Chart):
        if not chart.data.rows and not chart.transcription.plain:
            yield Issue(
                place,
                f"{chart_name(chart)} n’a ni données ni transcription.",
                "Saisissez ses données, ou écrivez tout ce que l’image montre.",
                (chart.title,),
            )


@rule(
    "chart-without-alternative",
    Severity.ERROR,
    "Graphique en image sans texte alternatif",
    "Un graphique qui n’est qu’une image n’a pas de texte alternatif (RGAA 1.1). Un graphique "
    "tracé d’après ses données n’en a pas besoin.",
)
def chart_without_alternative(report: Reading) -> Iterator[Issue]:
    for place, chart in report.find_nodes(Chart):
        if not chart.data.rows and not chart.alt.strip():
            yield Issue(
                place,
                f"{chart_name(chart)} est une image sans texte alternatif."
                if chart.picture
                else f"{chart_name(chart)} n’a ni données ni image avec un texte alternatif.",
                "Saisissez ses données ; ou choisissez une image et dites en une phrase ce qu’elle "
                "montre, le détail va dans la transcription.",
                (chart.title,),
            )


def chart_name(chart: Chart, noun: str = "Le graphique") -> str:
    """Return the chart as messages call it."""
    title = f"« {chart.title} »" if chart.title.strip() else ""
    return f"{noun} {title}".strip() or "ce graphique"
