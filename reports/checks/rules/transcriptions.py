"""Rules about the transcriptions of charts: too short, incomplete or outdated."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.charts import chart_name
from reports.core.document.figure_blocks import Chart
from reports.core.document.transcription import Origin, find_origin
from reports.core.figures import grammar
from reports.core.figures.locale import current_locale
from reports.core.reading import Reading
from reports.core.reading.statement import iterate_statements
from reports.core.text import stems

MIN_FIGURES = 3  # figures that the transcription of a chart states, at least
# Words in a transcription, of which one at least is not in the title or the alternative.
WORDS_PER_NEW_WORD = 5
GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
NUMBER = re.compile(r"\d+(?:,\d+)?")
MAX_EXAMPLES = 8


@rule(
    "transcription-thin",
    Severity.WARNING,
    "Transcription trop courte",
    "La transcription d’un graphique en image énonce moins de trois valeurs, ou ne fait que "
    "répéter le titre ou le texte alternatif (RGAA 1.7).",
)
def transcription_thin(report: Reading) -> Iterator[Issue]:
    for place, chart in report.find_nodes(Chart):
        words = chart.transcription.plain
        if chart.data.rows or not words:
            continue
        figures = tuple(
            s.figure.raw for s in iterate_statements(place, words) if s.figure.is_number
        )
        if len(figures) < MIN_FIGURES:
            what = f"La transcription n’énonce {list_figures(figures)}"
        elif is_repetition(words, f"{chart.title} {chart.alt}"):
            what = "La transcription répète le titre ou le texte alternatif"
        else:
            continue
        yield Issue(
            place,
            f"{what} ; {chart_name(chart, 'le graphique')} en montre sans doute davantage.",
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
def transcription_incomplete(report: Reading) -> Iterator[Issue]:
    for place, chart in report.find_nodes(Chart):
        if not chart.data.rows or not chart.transcription.html.strip():
            continue
        words = chart.transcription.plain
        printed = find_numbers(words)
        values = {s.figure.value for s in iterate_statements(place, words)}
        missing = [
            f"« {row.head} : {cell.figure.text} »"
            for row in chart.data.rows
            for cell in row.cells[1:]
            if cell.figure.is_number
            and cell.figure.value not in values
            and not find_numbers(cell.figure.text) <= printed
        ]
        if missing:
            more = (
                f" et {len(missing) - MAX_EXAMPLES} autres" if len(missing) > MAX_EXAMPLES else ""
            )
            yield Issue(
                place,
                f"La transcription n’énonce pas toutes les valeurs : "
                f"{', '.join(missing[:MAX_EXAMPLES])}{more}.",
                "Ajoutez-les, ou videz la transcription : elle sera tirée des données.",
                (chart.title, *missing),
            )


@rule(
    "transcription-outdated",
    Severity.WARNING,
    "Transcription plus ancienne que les données",
    "Les données d’un graphique ont changé depuis que sa transcription a été écrite à la main.",
)
def transcription_outdated(report: Reading) -> Iterator[Issue]:
    for place, chart in report.find_nodes(Chart):
        if find_origin(chart.basis, chart.data, chart.transcription.html) is Origin.OUTDATED:
            yield Issue(
                place,
                f"Les données ont changé depuis que la transcription de {chart_name(chart, '')} a "
                "été écrite.",
                "Relisez-la, ou videz-la : elle sera tirée des données.",
                (chart.title, chart.basis.partition(":")[0]),
            )


def list_figures(figures: tuple[str, ...]) -> str:
    """Return how many figures there are, and which."""
    if not figures:
        return "aucune valeur"
    quoted = " et ".join(f"« {figure} »" for figure in figures)
    return f"que {len(figures)} valeur{'s' if figures[1:] else ''}, {quoted}"


def is_repetition(words: str, known_text: str) -> bool:
    """Return whether a text says next to nothing that is not said already."""
    language = current_locale().language
    known = set(stems.stored_stems(known_text, language).split())
    split = stems.split_into_stems(stems.normalize_text(words), language)
    stemmed = [word.stems for word in split]
    return sum(known.isdisjoint(word) for word in stemmed) * WORDS_PER_NEW_WORD < len(stemmed)


def find_numbers(text: str) -> set[str]:
    """Return the numbers of a text, without spaces and with a decimal comma."""
    whole = GROUPED.sub(lambda number: number[0].replace(" ", ""), grammar.plain(text))
    return set(NUMBER.findall(whole.replace(".", ",")))
