"""Tables that set a target beside a result without a year, and accounts that look like them."""

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
    """Whether rows that are things aimed at have a column of targets beside one of results."""
    names = [words_of(row[0]) if row[0] is not None else "" for row in table.body]
    if not names or not all(names) or any(map(is_no_aim, names)):
        return False
    heads = [column.heading for column in table.columns]
    numbers = [place for place in range(1, len(heads)) if has_numbers(table, place)]
    targets = [place for place in numbers if is_target(heads[place])]
    results = [place for place in numbers if place not in targets and is_result(heads[place])]
    return len(targets) > 0 and len(results) > 0 and are_aims(table, heads, numbers)


def are_aims(table: ParsedTable, heads: list[str], numbers: list[int]) -> bool:
    """Whether something says that the rows are aims, and no places or months that share one: the
    head of their names, a column of verdicts, or units that differ.
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
    """Whether most cells of a column are numbers, maybe of units that are not known: « 12 km »."""
    cells = [words_of(cell) for row in table.body if (cell := row[place]) is not None]
    numbers = [words for words in cells if split(words).expression]
    return 2 * len(numbers) > len(table.body)


def is_target(heading: str) -> bool:
    """Whether a head is « Cible », « Valeur cible », "FY32 goal" and no more; no forecast."""
    words = BESIDE.sub(" ", heading).split()
    return len(words) == 1 and get_vocabulary().target.are_in(words[0]) and not is_forecast(heading)


def is_result(heading: str) -> bool:
    """Whether a head is « Résultat », "FY32 result", « Valeur 2032 » and no more."""
    words = BESIDE.sub(" ", heading).split()
    is_word = len(words) == 1 and get_vocabulary().result.are_in(words[0])
    return is_word or (not words and names_period(heading))


def is_forecast(heading: str) -> bool:
    """Whether a head announces what will be, which accounts do as well."""
    return FORECAST.search(heading) is not None


def is_account(table: ParsedTable, words_before: str) -> bool:
    """Whether a table sets forecasts of money beside what was spent or earned."""
    heads = [column.heading for column in table.columns]
    if not any(map(is_forecast, heads[1:])) or get_vocabulary().indicator.are_in(heads[0]):
        return False
    if any(map(is_target, heads[1:])):
        return False
    names = [words_of(row[0]) for row in table.body if row[0] is not None]
    return states_money(words_before) or sum(map(bool, map(ACCOUNTS.search, names))) > 1


def states_money(words: str) -> bool:
    """Whether a line of words states a unit of money: « Compte de résultat, en k€ »."""
    for line in words.split("\n"):
        stated = find_stated_unit(line, current_locale())
        unit = read_column_context(f"({stated})", current_locale()).unit if stated else None
        if unit is not None and unit.unit in CURRENCIES:
            return True
    return False
