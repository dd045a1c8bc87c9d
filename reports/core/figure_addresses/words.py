"""Describes addresses in words, in the language of the report.

For example « 4.2 › Services suivis › Résultats 2024 ».
"""

from collections.abc import Iterator

from reports.core.document.part import Role
from reports.core.document.text_blocks import Heading
from reports.core.document.traversal import MAX_NAME_CHARACTERS
from reports.core.figure_addresses.address import ResultAddress
from reports.core.figure_addresses.english_labels import find_english
from reports.core.figure_addresses.places import Label, Place
from reports.core.figures.locale import Locale

RESULTS = {"result": ("résultat", "result"), "target": ("objectif", "target")}
SEPARATOR = " › "


def describe_place(place: Place, locale: Locale) -> str:
    """Return where a place is: the number of its section, what it stands in, its column or part."""
    return SEPARATOR.join(filter(None, list_words(place, locale)))


def list_words(place: Place, locale: Locale) -> Iterator[str]:
    visit = place.visit
    block = visit.block
    if isinstance(block, Heading):
        yield visit.section.title if visit.section else block.display_name
        return
    number = visit.section.number if visit.section else ""
    yield number
    if not place.names or not number:
        name = shorten(" ".join(block.display_name.split()))
        label = translate_label(block.label, locale)
        yield quote_name(label, name, locale) if name else label
    for name in place.names:
        yield translate_label(name, locale) if isinstance(name, Label) else shorten(name)
    yield describe_part(place, locale)


def describe_part(place: Place, locale: Locale) -> str:
    """Return the head of the column of a cell, or the label of a part that names nothing else."""
    visit = place.visit
    match place.role:
        case _ if place.is_whole:
            return ""
        case Role.CELL:
            return " ".join(place.column_heading.split())
        case Role.COLUMN:
            return " ".join(visit.value.split())
        case Role.ROW_HEAD:
            return ""
        case Role.FIGURE if visit.node.display_name or is_labelled(place):
            return ""
        case Role.TEXT | Role.RICH_TEXT if visit.name in visit.node.named_by:
            return ""
    return translate_label(visit.part.label, locale)


def describe_result(address: ResultAddress, name: str, locale: Locale) -> str:
    """Return the words of what is stated of an indicator, which has a name for people."""
    kind = RESULTS[address.kind][locale.is_english]
    start, end = address.start, address.end
    is_year = (start, end) == (start.replace(month=1, day=1), start.replace(month=12, day=31))
    if is_year:
        return f"{name}{SEPARATOR}{kind} {start.year}"
    days = (f"{day:%Y-%m-%d}" if locale.is_english else f"{day:%d/%m/%Y}" for day in (start, end))
    return f"{name}{SEPARATOR}{kind} {' – '.join(days)}"


def quote_name(label: str, name: str, locale: Locale) -> str:
    return f"{label}: {name}" if locale.is_english else f"{label} « {name} »"


def is_labelled(place: Place) -> bool:
    """Return whether a label names what a figure stands in: « Salaires › Montant »."""
    return any(isinstance(name, Label) for name in place.names[-1:])


def translate_label(label: str, locale: Locale) -> str:
    """Return a French label in the language of a report, if that is known."""
    return find_english(str(label)) if locale.is_english else str(label)


def shorten(name: str) -> str:
    return (
        name if len(name) <= MAX_NAME_CHARACTERS else f"{name[: MAX_NAME_CHARACTERS - 1].rstrip()}…"
    )
