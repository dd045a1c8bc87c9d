"""Two reports side by side: what both speak of, by record or by name, and what only one has."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Any

from cms.frontend.axis import format_number
from cms.frontend.series import measure_of, read_number

EXACT = Context(prec=200)  # the default of 28 digits would round what reports print exactly
KINDS = {"RESULT": "Résultat", "TARGET": "Objectif"}
SUFFIXES = {"PERCENT": "points", "EURO": "€", "FTE": "ETP", "FTE_WORKED": "ETPT", "POINT": "points"}
SPACE = "\u00a0"
SIDES = ("before", "after")  # of a figure

Figures = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Subject:
    """What a report says of one thing: its figures by the words around them."""

    record: str  # the key of its record; empty without one
    name: str
    place: str
    figures: Figures


@dataclass(frozen=True)
class Line:
    """One figure of both years, and the difference where it can be taken."""

    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    difference: str


@dataclass(frozen=True)
class Pair:
    """One thing of which both reports speak."""

    before: Subject
    after: Subject
    lines: list[Line]

    @property
    def former_name(self) -> str:
        """The name in the earlier report, where it is another one."""
        return "" if fold(self.before.name) == fold(self.after.name) else self.before.name


@dataclass
class Section:
    """A kind of thing, compared. `only_before` and `only_after` have no match."""

    title: str
    pairs: list[Pair] = field(default_factory=list)
    only_before: list[Subject] = field(default_factory=list)
    only_after: list[Subject] = field(default_factory=list)


def compare_reports(before: dict[str, Any], after: dict[str, Any]) -> list[Section]:
    """Return the sections in which one of two reports has something to compare."""
    kinds: list[tuple[str, Callable[[dict[str, Any]], Iterator[Subject]]]] = [
        ("Indicateurs", list_indicators),
        ("Chiffres clés", list_key_figures),
        ("Services", list_cards),
    ]
    sections = [
        match_subjects(title, list(read(before)), list(read(after))) for title, read in kinds
    ]
    return [each for each in sections if each.pairs or each.only_before or each.only_after]


def match_subjects(title: str, before: list[Subject], after: list[Subject]) -> Section:
    """Pair what has the same record, then what has the same name; each is paired once."""
    pairs: dict[int, Pair] = {}
    rest = list(after)
    for key in (lambda subject: subject.record, lambda subject: fold(subject.name)):
        for subject in before:
            if id(subject) in pairs or not key(subject):
                continue
            match = next((other for other in rest if key(other) == key(subject)), None)
            if match:
                rest.remove(match)
                pairs[id(subject)] = Pair(subject, match, compare_figures(subject, match))
    ordered = sorted(pairs.values(), key=lambda pair: after.index(pair.after))
    return Section(title, ordered, [s for s in before if id(s) not in pairs], rest)


def compare_figures(before: Subject, after: Subject) -> list[Line]:
    """Return the figures of both, those of the later report first."""
    labels = {fold(label): label for label in (*before.figures, *after.figures)}
    old = {fold(label): figure for label, figure in before.figures.items()}
    new = {fold(label): figure for label, figure in after.figures.items()}
    order = [*new, *(key for key in old if key not in new)]
    return [
        Line(labels[key], old.get(key), new.get(key), subtract(old.get(key), new.get(key)))
        for key in order
    ]


def subtract(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """Return the difference of two exact numbers of one unit, in French; empty elsewhere."""
    first, second = read_number(before), read_number(after)
    if not (before and after) or first is None or second is None:
        return ""
    if {before["qualifier"], after["qualifier"]} != {"EXACT"}:
        return ""
    if measure_of(before) != measure_of(after):
        return ""
    difference = EXACT.subtract(second, first)
    sign = "+" if difference > 0 else ""
    return f"{sign}{format_number(difference)}{unit_suffix(after['unit'], difference)}"


def unit_suffix(unit: str | None, number: Decimal) -> str:
    suffix = SUFFIXES.get(unit or "", "")
    if suffix == "points" and abs(number) < 2:
        suffix = "point"
    return suffix and SPACE + suffix


def list_indicators(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield the rows of indicators, with what they state of the year of the report."""
    for block in list_blocks(report, "IndicatorTableBlock"):
        columns = {column["id"]: column for column in block["columns"]}
        for row in block["indicatorRows"]:
            indicator = row["indicator"] or {"code": "", "name": ""}
            figures: Figures = {}
            for cell in row["cells"]:
                column = columns[cell["column"]]
                period = column["period"]
                if period is None or period["year"] == report["year"]:
                    label = KINDS.get(column["kind"], column["heading"]) if period else ""
                    add_figure(figures, label or column["heading"], cell["figure"])
            name = row["name"] or indicator["name"]
            yield Subject(indicator["code"], name, place_of(report, block), figures)


def list_key_figures(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield each key figure, named by the words around it."""
    for block in list_blocks(report, "KeyFiguresBlock"):
        for group in block["figureGroups"]:
            for fact in group["facts"]:
                figures: Figures = {}
                add_figure(figures, "", fact["figure"])
                if figures:
                    name = label_of(fact) or group["title"]
                    yield Subject("", name, place_of(report, block), figures)


def list_cards(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield the cards of services, with the facts of the year of the report."""
    for block in report["body"]:
        for card in [*block.get("impactCards", []), *block.get("comparisonCards", [])]:
            service = card["service"] or {"slug": "", "name": ""}
            figures: Figures = {}
            for fact in facts_of_year(card, report["year"]):
                add_figure(figures, label_of(fact), fact["figure"])
            name = card["name"] or service["name"]
            yield Subject(service["slug"], name, place_of(report, block), figures)


def facts_of_year(card: dict[str, Any], year: int) -> list[dict[str, Any]]:
    """Return the facts of a card; of one with periods, those whose heading has the year."""
    if "facts" in card:
        return list(card["facts"])
    periods = [period for period in card["periods"] if str(year) in period["heading"]]
    return [fact for period in periods or card["periods"][-1:] for fact in period["facts"]]


def add_figure(figures: Figures, label: str, figure: dict[str, Any]) -> None:
    if figure["state"] != "EMPTY":
        figures.setdefault(label, figure)


def label_of(fact: dict[str, Any]) -> str:
    """Return the words around a figure: « agents formés », « plus de … agents »."""
    return " … ".join(filter(None, (fact[side].strip(" \u00a0\u202f:;,.") for side in SIDES)))


def place_of(report: dict[str, Any], block: dict[str, Any]) -> str:
    return f"{report['path']}#{block['id']}"


def list_blocks(report: dict[str, Any], kind: str) -> Iterable[dict[str, Any]]:
    return (block for block in report["body"] if block["__typename"] == kind)


def fold(words: str) -> str:
    """Return words as they are compared: without case, and with one kind of space."""
    return " ".join(words.replace("’", "'").split()).casefold()
