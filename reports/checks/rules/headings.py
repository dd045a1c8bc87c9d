"""Rules that report titles, columns and periods that name another year than the report's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.dates import (
    COMING,
    COMPARING,
    MIN_HISTORY_YEARS,
    begins_in_year_before,
    find_academic_years,
    find_opened_years,
    find_years,
    is_history,
    reported_years,
    shift_years,
)
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Download, Picture
from reports.core.reading import Reading
from reports.core.reading.parts import Grid, Heading
from reports.core.reading.place import Place
from reports.core.text.stems import fold_accents

STANDING = re.compile(
    r"(?:situation |état des lieux |chiffres |données )?(?:au|en|fin|à fin|début)\b.{0,25}", re.I
)
PAST = ("result", "bilan", "lanc", "financ", "realis", "chiffr", "nouveau", "attribu")


@rule(
    "stale-heading",
    Severity.WARNING,
    "Titre d’une autre année",
    "Un titre, une légende, le titre d’un graphique ou d’un téléchargement ne nomme qu’une année "
    "passée, nomme la même année que dans le bilan de l’année dernière, ou une année à venir pour "
    "des résultats. « En janvier 2025 » est la date normale du bilan 2024.",
)
def stale_heading(report: Reading) -> Iterator[Issue]:
    titles = list(iterate_titles(report))
    last = {meaningful_stems(text): text for _, text, _ in iterate_titles(report.previous)}
    kinds = {
        (group, meaningful_stems(text))
        for _, text, group in titles
        if report.year in find_years(text)
    }
    is_split = any(begins_in_year_before(text, report.year) for text in iterate_named(report))
    for place, text, group in titles:
        stems, years = meaningful_stems(text), find_years(text)
        # one of several titles of one kind, a year each, may name another year
        is_of_series = (group, stems) in kinds and report.year not in years
        if not years or COMPARING.search(text) or is_of_series:
            continue
        if is_split and years == (report.year - 1,):
            continue  # of the months that the report begins with
        if reason := explain_years(text, years, last.get(stems, ""), report.year):
            yield Issue(
                place,
                f"« {text} » : {reason}.",
                f"Corrigez l’année, ou dites en quoi ce bilan {report.year} en parle.",
                (text, str(report.year)),
            )


def explain_years(text: str, years: tuple[int, ...], last_title: str, year: int) -> str:
    """Return why the years of a title are not those of the report, or nothing."""
    if max(years) < year:
        return "" if is_history(text) else f"le bilan est celui de {year}"
    if fold_accents(text) == fold_accents(last_title) and years == (year,):
        return f"le bilan {year - 1} a le même titre, année comprise"
    if find_opened_years(text) == (year,) == years and STANDING.fullmatch(text):
        return f"le bilan {year} fait le point début {year + 1}"
    begun = find_opened_years(text) == (year + 1,) == years
    if min(years) <= year or COMING.search(text) or begun:
        return ""
    last_years = shift_years(last_title, year - 1)[1]
    is_ahead = bool(last_years) and shift_years(text, year)[1] != last_years
    is_past = any(stem.startswith(PAST) for stem in meaningful_stems(text))
    return f"le bilan est celui de {year}" if is_ahead or is_past or min(years) > year + 1 else ""


def iterate_named(report: Reading) -> Iterator[str]:
    """Yield what may say which period a report is of: its titles, the heads of its columns."""
    yield from report.context.titles
    yield from (heading.text for heading in report.headings)
    for grid in report.grids:
        yield from (grid.title, *(column.heading for column in grid.table.columns))


def iterate_titles(report: Reading) -> Iterator[tuple[Place, str, tuple[object, ...]]]:
    """Yield the titles of parts, tables, charts and files, each with the group it belongs to."""
    above: list[Heading] = []
    for heading in report.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        yield heading.place, heading.text, ("heading", *(parent.number for parent in above))
        above.append(heading)
    for grid in report.grids:
        if grid.kind != "chart":
            yield grid.place, grid.title, ("table",)
    for kind in (Chart, Picture, Download):
        for place, node in report.find_nodes(kind):
            yield place, getattr(node, node.named_by[0]), (kind,)


@rule(
    "stale-columns",
    Severity.WARNING,
    "Colonnes ou périodes d’une autre année",
    "Les colonnes d’un tableau, ou les périodes d’une carte, nomment des années et aucune n’est "
    "celle du bilan, ou deux d’entre elles ont le même titre. Un historique (trois années passées "
    "ou plus) et une colonne de comparaison (« Rang », « Rang en 2023 ») ne sont pas signalés.",
)
def stale_columns(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        if issue := find_column_lag(report, grid):
            yield issue
    for card in report.cards:
        headings = [heading for heading, _ in card.periods]
        if card.has_growth and (issue := find_lag(card.place, headings, report.year, "périodes")):
            yield issue


def find_column_lag(report: Reading, grid: Grid) -> Issue | None:
    """Return an issue where columns name years and never the report's, or one year twice."""
    first, *others = [column.heading for column in grid.table.columns] or [""]
    dated = [text for text in others if not is_comparison(text, (first, *others))]
    # Columns without a year are of the year of the caption.
    if report.year in find_years(grid.title) and any(not find_years(text) for text in others):
        return None
    return find_lag(grid.place, dated, report.year, "colonnes")


def is_comparison(heading: str, headings: Sequence[str]) -> bool:
    """Return whether a column is there to be compared with: it says so, or names a year where
    another column says the same without one (« Rang », « Rang en 2023 »).
    """
    if not find_years(heading):
        return False
    words = set(meaningful_stems(heading))
    undated = (set(meaningful_stems(text)) for text in headings if not find_years(text))
    return COMPARING.search(heading) is not None or any(each and each <= words for each in undated)


def find_lag(place: Place, headings: list[str], year: int, kind: str) -> Issue | None:
    """Return an issue where these headings name years, and never the report's."""
    dated = [heading for heading in headings if find_years(heading)]
    times = Counter(text.strip() for text in dated)
    if twice := [text for text, count in times.items() if count > 1]:
        return Issue(
            place,
            f"Deux {kind} ont le même titre : « {twice[0]} ».",
            "Corrigez l’année de l’une des deux.",
            (str(year), *dated),
        )
    years = {each for heading in dated for each in (*find_years(heading), *reported_years(heading))}
    if year in {each for heading in dated for each in find_academic_years(heading)}:
        return None
    if not years or year in years or (min(years) > year and COMING.search(" ".join(dated))):
        return None
    if min(len(times), len(years)) >= MIN_HISTORY_YEARS and max(years) < year:
        return None
    named = ", ".join(f"« {heading.strip()} »" for heading in dated)
    return Issue(
        place,
        f"Aucune de ces {kind} n’est de {year} : {named}.",
        f"Ajoutez l’année {year}, ou corrigez les années.",
        (str(year), *dated),
    )
