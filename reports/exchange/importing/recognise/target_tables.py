"""Recognises tables with targets beside results, and tells them from accounts with forecasts."""

import re

from reports.core.document.periods import names_period
from reports.core.figures import parse, split
from reports.core.figures.column_context import read_column_context
from reports.core.figures.locale import current_locale
from reports.core.figures.parts import CURRENCIES
from reports.core.figures.stated_unit import find_stated_unit
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.inline import words_of
from reports.exchange.importing.recognise.parsed_table import ParsedTable

FORECAST = re.compile(
    r"\b(?:prévisions?|prévus?|prévues?|attendue?s?|forecasts?|planned)\b", re.IGNORECASE
)
ACCOUNTS = re.compile(
    r"\b(?:recettes?|dépenses?|charges|produits|income|expenditures?|expenses?|revenues?)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"\b(?:exercice|valeurs?|niveaux?|values?|levels?"
    r"|fy|(?:fy ?['’]?)?(?:19|20)?\d\d(?:[/-]\d\d(?:\d\d)?)?)\b|\W",
    re.IGNORECASE,
)
"""What may stand beside « cible » in the head of a column of targets."""
STATUS = re.compile(
    r"\b(?:statut|état|bilan|status|rag|met|atteinte?|outcome|verdict|achieved)\b", re.IGNORECASE
)
SPAN = re.compile(
    r"(?:[tq][1-4]|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b",
    re.IGNORECASE,
)


def sets_targets(table: ParsedTable) -> bool:
    """Return whether a table has columns of targets and of results, and rows that can have both."""
    names = [words_of(row[0]) if row[0] is not None else "" for row in table.body]
    if not names or not all(names) or any(map(is_no_aim, names)):
        return False
    heads = [column.heading for column in table.columns]
    numbers = [place for place in range(1, len(heads)) if has_numbers(table, place)]
    targets = [place for place in numbers if is_target(heads[place])]
    results = [place for place in numbers if place not in targets and is_result(heads[place])]
    return len(targets) > 0 and len(results) > 0 and are_aims(table, heads, numbers)


def are_aims(table: ParsedTable, heads: list[str], numbers: list[int]) -> bool:
    """Return whether the rows are aims, and not places or months that share a target.

    The heading of their names says so, or a column of verdicts, or different units.
    """
    words = get_vocabulary()
    if words.indicator.are_in(heads[0]) or words.target.are_in(heads[0]):
        return True
    verdicts = [head for place, head in enumerate(heads) if place and place not in numbers]
    if any(map(STATUS.search, verdicts)):
        return True
    units = {parse(words_of(cell)).unit for row in table.body if (cell := row[numbers[0]])}
    return len(units) > 1


def is_no_aim(name: str) -> bool:
    return parse(name).is_number or names_period(name) or SPAN.match(name) is not None


def has_numbers(table: ParsedTable, place: int) -> bool:
    """Return whether most cells of a column are numbers, even with unknown units: « 12 km »."""
    cells = [words_of(cell) for row in table.body if (cell := row[place]) is not None]
    numbers = [words for words in cells if split(words).expression]
    return 2 * len(numbers) > len(table.body)


def is_target(heading: str) -> bool:
    """Return whether a heading is only « Cible », « Valeur cible » or "FY32 goal", no forecast."""
    words = BESIDE.sub(" ", heading).split()
    return len(words) == 1 and get_vocabulary().target.are_in(words[0]) and not is_forecast(heading)


def is_result(heading: str) -> bool:
    """Return whether a heading is only « Résultat », "FY32 result" or « Valeur 2032 »."""
    words = BESIDE.sub(" ", heading).split()
    is_word = len(words) == 1 and get_vocabulary().result.are_in(words[0])
    return is_word or (not words and names_period(heading))


def is_forecast(heading: str) -> bool:
    """Return whether a heading announces a forecast, as accounts do too."""
    return FORECAST.search(heading) is not None


def is_account(table: ParsedTable, words_before: str) -> bool:
    """Return whether a table compares forecasts of money with what was spent or earned."""
    heads = [column.heading for column in table.columns]
    if not any(map(is_forecast, heads[1:])) or get_vocabulary().indicator.are_in(heads[0]):
        return False
    if any(map(is_target, heads[1:])):
        return False
    names = [words_of(row[0]) for row in table.body if row[0] is not None]
    return states_money(words_before) or sum(map(bool, map(ACCOUNTS.search, names))) > 1


def states_money(words: str) -> bool:
    """Return whether a line states a unit of money: « Compte de résultat, en k€ »."""
    for line in words.split("\n"):
        stated = find_stated_unit(line, current_locale())
        unit = read_column_context(f"({stated})", current_locale()).unit if stated else None
        if unit is not None and unit.unit in CURRENCIES:
            return True
    return False
