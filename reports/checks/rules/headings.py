"""Headings of another year: of parts, tables, charts, files, columns and periods."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from reports.checks.comparing.dates import COMING, COMPARING, opens, shifted, told, years
from reports.checks.comparing.subject import stemmed
from reports.checks.reading import Reading
from reports.checks.reading.parts import Heading
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule
from reports.search.stems import folded

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
def stale_heading(report: Reading) -> Iterator[Slip]:
    last = {stemmed(text): text for _, text, _ in titles(report.last)} if report.last else {}
    listed = list(titles(report))
    beside: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for _, text, group in listed:
        beside[group, stemmed(text)].update(years(text))
    for place, text, group in listed:
        found = years(text)
        if not found or COMPARING.search(text):
            continue
        if report.year in beside[group, stemmed(text)] and report.year not in found:
            continue  # one of several titles of one kind, a year each
        then = last.get(stemmed(text), "")
        if reason := wrong(text, found, then, report.year):
            yield Slip(
                place,
                f"« {text} » : {reason}.",
                f"Corrigez l’année, ou dites en quoi ce bilan {report.year} en parle.",
                (text, str(report.year)),
            )


def wrong(text: str, found: tuple[int, ...], then: str, year: int) -> str:
    """Why the years of a title are not those of the report, or nothing."""
    if max(found) < year:
        return f"le bilan est celui de {year}"
    if folded(text) == folded(then) and found == (year,):
        return f"le bilan {year - 1} a le même titre, année comprise"
    if opens(text) == (year,) == found and STANDING.fullmatch(text):
        return f"le bilan {year} fait le point début {year + 1}"
    if min(found) > year and not COMING.search(text):
        ahead = shifted(text, year)[1] != shifted(then, year - 1)[1] if years(then) else False
        begun = opens(text) == (year + 1,) == found
        if not begun and (
            ahead or any(s.startswith(PAST) for s in stemmed(text)) or min(found) > year + 1
        ):
            return f"le bilan est celui de {year}"
    return ""


def titles(report: Reading) -> Iterator[tuple[Place, str, tuple[object, ...]]]:
    """What stands over parts, tables, charts and files, and the group that it belongs to."""
    above: list[Heading] = []
    for heading in report.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        yield heading.place, heading.text, ("heading", *(parent.number for parent in above))
        above.append(heading)
    for grid in report.grids:
        if grid.kind != "chart":
            yield grid.place, grid.title, ("table",)
    for chart in report.charts:
        yield chart.place, chart.title, ("chart",)
    for image in report.images:
        yield image.place, image.caption, ("image",)
    for download in report.downloads:
        yield download.place, download.title, ("download",)


@rule(
    "stale-columns",
    Severity.WARNING,
    "Colonnes ou périodes d’une autre année",
    "Les colonnes d’un tableau, ou les périodes d’une carte, nomment des années et aucune n’est "
    "celle du bilan, ou deux d’entre elles ont le même titre.",
)
def stale_columns(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        headings = [column.heading for column in grid.table.columns[1:]]
        if slip := lag(grid.place, headings, report.year, "colonnes"):
            yield slip
    for card in report.cards:
        headings = [heading for heading, _ in card.periods]
        if card.compares and (slip := lag(card.place, headings, report.year, "périodes")):
            yield slip


def lag(place: Place, headings: list[str], year: int, kind: str) -> Slip | None:
    """A slip where these headings name years, and never the report's."""
    dated = [heading for heading in headings if years(heading)]
    known = Counter(text.strip() for text in dated)
    twice = [text for text, count in known.items() if count > 1]
    if twice:
        return Slip(
            place,
            f"Deux {kind} ont le même titre : « {twice[0]} ».",
            "Corrigez l’année de l’une des deux.",
            (str(year), *dated),
        )
    found = {each for heading in dated for each in (*years(heading), *told(heading))}
    if not found or year in found or (min(found) > year and COMING.search(" ".join(dated))):
        return None
    named = ", ".join(f"« {heading.strip()} »" for heading in dated)
    return Slip(
        place,
        f"Aucune de ces {kind} n’est de {year} : {named}.",
        f"Ajoutez l’année {year}, ou corrigez les années.",
        (str(year), *dated),
    )
