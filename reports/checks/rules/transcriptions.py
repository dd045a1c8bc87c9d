"""Transcriptions of charts: whether they say all that is shown."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.statement import stated
from reports.checks.rule import Severity, Slip, rule
from reports.checks.rules.charts import named
from reports.figures import grammar
from reports.richtext import plain
from reports.search import stems
from reports.transcription import Origin, origin

FEWEST = 3  # figures that the transcription of a chart states, at least
NEW = 5  # words in a transcription, of which one at least is not in the title or the alternative
GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
NUMBER = re.compile(r"\d+(?:,\d+)?")
SHOWN = 8


@rule(
    "transcription-thin",
    Severity.WARNING,
    "Transcription trop courte",
    "La transcription d’un graphique en image énonce moins de trois valeurs, ou ne fait que "
    "répéter le titre ou le texte alternatif (RGAA 1.7).",
)
def transcription_thin(report: Reading) -> Iterator[Slip]:
    for chart in report.charts:
        words = plain(chart.transcription)
        if chart.data.rows or not words:
            continue
        figures = tuple(s.figure.raw for s in stated(chart.place, words) if s.figure.is_number)
        if len(figures) < FEWEST:
            what = f"La transcription n’énonce {listed(figures)}"
        elif repeats(words, f"{chart.title} {chart.alt}"):
            what = "La transcription répète le titre ou le texte alternatif"
        else:
            continue
        yield Slip(
            chart.place,
            f"{what} ; {named(chart, 'le graphique')} en montre sans doute davantage.",
            "Énoncez chaque valeur que l’image montre, ou saisissez les données : la "
            "transcription en sera tirée.",
            (chart.title, *figures),
        )


@rule(
    "transcription-incomplete",
    Severity.WARNING,
    "Transcription incomplète",
    "Une transcription écrite à la main n’énonce pas toutes les valeurs des données du graphique "
    "(RGAA 1.7).",
)
def transcription_incomplete(report: Reading) -> Iterator[Slip]:
    for chart in report.charts:
        if not chart.data.rows or not chart.transcription.strip():
            continue
        words = plain(chart.transcription)
        printed = numbers(words)
        values = {s.figure.value for s in stated(chart.place, words)}
        missing = [
            f"« {row.head} : {cell.figure.text} »"
            for row in chart.data.rows
            for cell in row.cells[1:]
            if cell.figure.is_number
            and cell.figure.value not in values
            and not numbers(cell.figure.text) <= printed
        ]
        if missing:
            more = f" et {len(missing) - SHOWN} autres" if len(missing) > SHOWN else ""
            yield Slip(
                chart.place,
                f"La transcription n’énonce pas toutes les valeurs : {', '.join(missing[:SHOWN])}"
                f"{more}.",
                "Ajoutez-les, ou videz la transcription : elle sera tirée des données.",
                (chart.title, *missing),
            )


@rule(
    "transcription-outdated",
    Severity.WARNING,
    "Transcription plus ancienne que les données",
    "Les données d’un graphique ont changé depuis que sa transcription a été écrite à la main.",
)
def transcription_outdated(report: Reading) -> Iterator[Slip]:
    for chart in report.charts:
        if origin(chart.basis, chart.data, chart.transcription) is Origin.OUTDATED:
            yield Slip(
                chart.place,
                f"Les données ont changé depuis que la transcription de {named(chart, '')} a été "
                "écrite.",
                "Relisez-la, ou videz-la : elle sera tirée des données.",
                (chart.title, chart.basis.partition(":")[0]),
            )


def listed(figures: tuple[str, ...]) -> str:
    """How many, and which."""
    if not figures:
        return "aucune valeur"
    quoted = " et ".join(f"« {figure} »" for figure in figures)
    return f"que {len(figures)} valeur{'s' if figures[1:] else ''}, {quoted}"


def repeats(words: str, said: str) -> bool:
    """Whether a text says next to nothing that is not said already."""
    known = {stem for word in stems.words(stems.normal(said)) for stem in word.stems}
    found = [word.stems for word in stems.words(stems.normal(words))]
    return sum(not known & set(word) for word in found) * NEW < len(found)


def numbers(text: str) -> set[str]:
    """The numbers of a text, without spaces and with a decimal comma."""
    whole = GROUPED.sub(lambda found: found[0].replace(" ", ""), grammar.plain(text))
    return set(NUMBER.findall(whole.replace(".", ",")))
