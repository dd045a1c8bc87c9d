"""The enums that make up a figure: unit, qualifier and state."""

from enum import Enum


class Unit(Enum):
    """The unit that a figure counts. A figure without a written unit has None."""

    PERCENT = "percent"
    POINT = "point"
    """A point of a scale: a percentage point, or a point of a score."""
    EURO = "euro"
    POUND_STERLING = "pound_sterling"
    US_DOLLAR = "us_dollar"
    SWISS_FRANC = "swiss_franc"
    FTE = "fte"
    """Full-time equivalent (ETP)."""
    FTE_WORKED = "fte_worked"
    """Full-time equivalent worked over the year (ETPT)."""
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


CURRENCIES = {
    Unit.EURO: "EUR",
    Unit.POUND_STERLING: "GBP",
    Unit.US_DOLLAR: "USD",
    Unit.SWISS_FRANC: "CHF",
}
"""The ISO 4217 code of each unit that is money."""


class Qualifier(Enum):
    """The way in which a value is meant. Figures without a value are EXACT."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    """No more than the value: jusqu’à 300, ≤ 300."""
    CHANGE = "change"
    """A signed difference: +47 %, −12."""
    FACTOR = "factor"
    """A multiplication: ×16, multiplié par 3."""
    RATIO = "ratio"
    """A share or a score, value out of value_to: 4,2/5."""
    RANGE = "range"
    """Somewhere between value and value_to: de 18 à 25 ans, entre -100 et 100."""
    FROM_TO = "from_to"
    """A passage in time, from value to value_to: de 3 à 1 mois, passé de 10 à 20."""


INTERVALS = (Qualifier.RANGE, Qualifier.FROM_TO)
"""Qualifiers of two numbers of one unit."""


class State(Enum):
    """The state of a figure: it has a value, or the reason why it has none."""

    VALUE = "value"
    PROVISIONAL = "provisional"
    """There is a value, and it may still change."""
    NOT_APPLICABLE = "not_applicable"
    """There can be no value: N/A, n.a., s.o., sans objet."""
    NOT_AVAILABLE = "not_available"
    """There is a value that the report does not give: ND, n.d., NC, non communiqué."""
    TEXT = "text"
    """Words, or an expression that cannot be read whole as one figure."""
    EMPTY = "empty"
    """Nothing was typed."""
