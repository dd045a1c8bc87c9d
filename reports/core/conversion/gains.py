"""Describes in French what a conversion adds to a block, and what remains uncertain."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.conversion.conversion import Conversion
from reports.core.conversion.leaves import count_references
from reports.core.conversion.tables import read_rows
from reports.core.document.awards import find_amount, find_mission
from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.figure_blocks import (
    Budget,
    Chart,
    FundingTable,
    IndicatorTable,
    KeyFigures,
)
from reports.core.document.periods import read_period
from reports.core.document.service_blocks import ComparisonCards, ImpactCards, ServiceLines
from reports.core.document.table import Table
from reports.core.document.text_blocks import FactList, Paragraph

KINDS = {
    "service": "fiche de service",
    "indicator": "fiche d’indicateur",
    "funding_round": "fiche de promotion",
}


@dataclass(frozen=True)
class Gains:
    """French sentences about the gains of a conversion, for the editor who decides."""

    gained: tuple[str, ...]
    doubts: tuple[str, ...]
    """What the type asks for and the block does not say with certainty."""


def describe_gains(conversion: Conversion) -> Gains:
    """Return what the new block adds, and what it lacks."""
    made = conversion.made
    doubts = list(list_doubts(made))
    gained = (*list_parts(made), *list_moves(conversion), *list_new_references(conversion))
    return Gains(gained, tuple(doubts))


def list_moves(conversion: Conversion) -> Iterator[str]:
    """Yield the column that was put first in a table of awards."""
    made, rows = conversion.made, read_rows(conversion.before[0])
    if isinstance(made, FundingTable) and rows and rows.table.columns:
        first = made.table.columns[0]
        if first.id != rows.table.columns[0].id:
            yield f"Colonne {quote([first.heading])} mise en tête : elle nomme les lauréats."


def count_nouns(count: int, noun: str, plural: str = "") -> str:
    """Return « 1 ligne », « 3 lignes ». Each word of the noun has its own plural."""
    many = plural or " ".join(f"{word}s" for word in noun.split())
    return f"{count} {many if count > 1 else noun}"


def list_new_references(conversion: Conversion) -> Iterator[str]:
    """Yield how many records the new blocks refer to that the old ones did not."""
    before, after = (
        count_references(Document(blocks)) for blocks in (conversion.before, conversion.after)
    )
    new = after - before
    for kind, name in KINDS.items():
        if count := sum(number for (each, _), number in new.items() if each == kind):
            noun, _, rest = name.partition(" ")
            yield f"Relié par son nom à {count_nouns(count, noun)} {rest}."


def list_parts(made: Block) -> Iterator[str]:
    match made:
        case IndicatorTable(table=table) if columns := list_periods(table):
            yield (
                f"{count_nouns(len(table.rows), 'indicateur')}. Colonnes datées, qui alimentent les"
                f" séries : {quote(columns)}."
            )
        case FundingTable(table=table):
            yield f"{count_nouns(len(table.rows), 'lauréat')}."
            yield from describe_awards(table)
        case Budget(lines=lines):
            amounts = sum(line.amount.figure.is_number for line in lines)
            staff = sum(line.staff.figure.is_number for line in lines)
            said = f" et {count_nouns(staff, 'effectif')}" if staff else ""
            yield f"{count_nouns(len(lines), 'poste')}, {count_nouns(amounts, 'montant')}{said}."
        case Chart(data=data) if data.rows:
            series = count_nouns(len(data.columns) - 1, "série")
            yield f"Un dessin de {count_nouns(len(data.rows), 'catégorie')} et {series}."
        case FactList(items=items):
            figures = sum(item.figure.is_number for item in items)
            yield f"{count_nouns(len(items), 'ligne')}, {count_nouns(figures, 'chiffre')}."
        case KeyFigures(groups=groups):
            facts = [fact for group in groups for fact in group.facts]
            figures = sum(fact.figure.is_number for fact in facts)
            titles = sum(bool(group.title) for group in groups)
            under = f", sous {count_nouns(titles, 'titre')}" if titles else ""
            yield f"{count_nouns(figures, 'chiffre')}{under}."
        case ServiceLines(services=services):
            missions = sum(bool(service.mission) for service in services)
            yield f"{count_nouns(len(services), 'service')}, {count_nouns(missions, 'mission')}."
        case ImpactCards() | ComparisonCards():
            yield describe_cards(made)
        case Paragraph():
            yield "Une liste dans le texte."


def describe_awards(table: Table) -> Iterator[str]:
    columns = table.grid.columns
    amount, mission = find_amount(table.grid), find_mission(table.grid)
    if amount is not None:
        yield f"Montants attribués : colonne {quote([columns[amount + 1].heading])}."
    if mission is not None:
        yield f"Missions : colonne {quote([columns[mission + 1].heading])}."


def describe_cards(made: ImpactCards | ComparisonCards) -> str:
    facts = sum(len(period.facts) for card in made.cards for period in card.periods)
    missions = sum(bool(card.mission) for card in made.cards)
    counted = (("carte", len(made.cards)), ("mission", missions), ("fait", facts))
    return ", ".join(count_nouns(count, noun) for noun, count in counted) + "."


def list_doubts(made: Block) -> Iterator[str]:
    match made:
        case IndicatorTable(table=table):
            if not list_periods(table):
                yield "Aucune tête de colonne ne dit de période : rien n’alimente de série."
            yield from describe_missing(table, "fiche d’indicateur")
        case FundingTable(table=table):
            if find_amount(table.grid) is None:
                yield (
                    "Aucune colonne ne dit de façon sûre ce qui a été attribué : nommez-la, par"
                    " exemple « Montant attribué »."
                )
            yield from describe_missing(table, "fiche de service")
        case Budget(lines=lines):
            empty = sum(not line.amount.figure.is_number for line in lines)
            if empty:
                yield f"{count_nouns(empty, 'poste')} sans montant."
        case ServiceLines() | ImpactCards() | ComparisonCards():
            items = made.services if isinstance(made, ServiceLines) else made.cards
            missing = sum(item.service is None for item in items)
            if missing:
                yield f"{count_nouns(missing, 'service')} sans fiche : à relier ensuite."
        case KeyFigures(groups=groups):
            empty = sum(not f.figure.is_number for group in groups for f in group.facts)
            if empty:
                yield f"{count_nouns(empty, 'ligne')} sans chiffre."


def describe_missing(table: Table, record: str) -> Iterator[str]:
    missing = sum(not row.confirmed_ref for row in table.rows)
    if missing:
        yield f"{count_nouns(missing, 'ligne')} sans {record} : à relier par leur menu."


def list_periods(table: Table) -> list[str]:
    """Return the heads that state a period, above some number."""
    return [
        column.heading
        for place, column in enumerate(table.columns)
        if place
        and read_period(column)
        and any(row.cells[place].figure.is_number for row in table.rows if place < len(row.cells))
    ]


def quote(words: list[str]) -> str:
    return ", ".join(f"« {word} »" for word in words)
