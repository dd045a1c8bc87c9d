"""Reads from headings how the numbers below are meant: their unit, a change or a level, a year."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reports.core.figures.column_unit import (
    SIGNED,
    ColumnUnit,
    names_unknown_currency,
    read_column_unit,
)
from reports.core.figures.figure import Figure
from reports.core.figures.grammar import YEAR, plain
from reports.core.figures.locale import Locale
from reports.core.figures.parts import CURRENCIES, Qualifier, State, Unit
from reports.core.figures.reading import parse_in

CHANGE = re.compile(
    r"[±Δ]|\b(?:évolutions?|variations?|écarts?|croissance|progressions?|hausses?|baisses?"
    r"|augmentations?|diminutions?|réductions?|reculs?|gains?|différences?|par rapport|contre"
    r"|depuis \d|tendances?|changes?|growth|increases?|decreases?|differences?|variances?"
    r"|movements?|trends?|compared|versus|vs)\b",
    re.IGNORECASE,
)
"""What says that signed numbers are differences."""
LEVEL = re.compile(
    r"°\s?[CF]\b|\b(?:températures?|soldes?|trésorerie|excédents?|déficits?|résultats? nets?"
    r"|altitudes?|marges?|temperatures?|balances?|surplus|net|margins?|elevation)\b",
    re.IGNORECASE,
)
"""What may itself be below zero: a plus before it is no difference either."""
CALENDAR = re.compile(r"\b(?:années?|exercices?|millésimes?|dates?|years?)\b", re.IGNORECASE)
YEARS = re.compile(
    r"\b(?:depuis|création|fondation|ouverture|mise en service|construction|lancement|fin|début"
    r"|échéance|since)\b"
    r"|\b(?:(?:cré|lanc|fond|rénov)ée?s?|ouverte?s?|construite?s?) en\b"
    r"|\b(?:founded|established|opened|created|built|launched|renovated|started|ended) in\b",
    re.IGNORECASE,
)
BEGUN = re.compile(
    r"\W*(?:(?:cré|lanc|fond|rénov)ée?s?|ouverte?s?|construite?s?|founded|established|opened"
    r"|created|built|launched|renovated|start(?:ed)?|ended|(?:(?:expected|planned|estimated)\s)?+"
    r"(?:completion|delivery|opening)|completed|due|deadline|expiry|achèvement|livraison"
    r"|réception|terme)(?:\s(?:prévue?|attendue?|estimée?))?\W*",
    re.IGNORECASE,
)
"""What says that four digits are a year; the last alone: « Services lancés » are counted."""
COUNT = re.compile(
    r"\b(?:nombre|nb|effectifs?|total|montants?|parts?|taux|coûts?|numbers?|amounts?|counts?"
    r"|shares?|costs?|how many|no\. of)\b|n°",
    re.IGNORECASE,
)
"""What says that they are a number after all: « Nombre de créations »."""
UNCLEAR = "(?)"
"""What a head that is kept says of numbers of which nobody knows the unit."""
HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BRACKETS = re.compile(r"\(\ ?([^()]{1,60}?)\ ?\)")
NOTE = re.compile(r"(?:notes?|remarques?|commentaires?|précisions?|comments?)", re.IGNORECASE)
"""A head below which there are remarks."""
NO_AMOUNTS = re.compile(
    r"(?:n|bases?|samples?(?: size)?|échantillons?|écarts?[- ]types?|erreurs?[- ]types?"
    r"|standard (?:errors?|deviations?)|s\.?[de]\.?|pages?|pp?\.|articles?|art\.|sections?"
    r"|chapitres?|chapters?|scores?|notes?|réf\.?|refs?\.?|références?|references?|lignes?|lines?)",
    re.IGNORECASE,
)
"""A head of samples and errors, whose brackets are no minus, or of pages and scores, 3-5."""
NO_AMOUNT = re.compile(r"\s*(?:\([^()]{1,60}\)|[0-9]+\s?[-\u2010-\u2015]\s?[0-9]+)\s*")
"""A number in brackets, or two around a dash."""
_MINUS, _SIGN = "-", ("-", "+")


@dataclass(frozen=True)
class ColumnContext:
    """The meaning that a heading gives to the numbers below it.

    `heading` contains all of it: `read_column_context` reads the same context from this text again.
    """

    heading: str
    unit: ColumnUnit | None = None
    is_change: bool = False
    """Whether signed numbers are differences; otherwise a minus belongs to the number."""
    is_year: bool = False
    is_unclear: bool = False
    """Whether a unit stands around the table, and nobody knows if it is that of the column."""
    has_no_amounts: bool = False
    """Whether (1,250) is the size of a sample there, and 3-5 are pages or a score."""

    @property
    def is_money(self) -> bool:
        return self.unit is not None and self.unit.unit in CURRENCIES

    @property
    def has_notes(self) -> bool:
        """Whether the column has remarks, whose brackets are no minus."""
        return NOTE.fullmatch(self.heading.strip()) is not None

    def apply(self, figure: Figure) -> Figure:
        """Return the figure of a cell as the heads mean it, printed as it stands there."""
        if figure.read_as is not None:
            return self.settle_sign(figure)
        if self.has_notes and BRACKETS.fullmatch(plain(figure.raw).strip()):
            return make_words(figure)
        if self.has_no_amounts and NO_AMOUNT.fullmatch(figure.raw):
            return make_words(figure)
        if self.names_year(figure) or (self.is_unclear and is_bare(figure)):
            return make_words(figure)
        if figure.state is State.TEXT and (negative := self.read_brackets(figure)):
            return negative
        return self.settle_sign(figure)

    def settle_sign(self, figure: Figure) -> Figure:
        """Return a figure in the unit of its column; a minus belongs to its number, unless it is a
        difference.
        """
        applied = self.unit.apply(figure) if self.unit else figure
        if self.is_change or applied.qualifier is not Qualifier.CHANGE or applied.words:
            return applied
        sign = plain(figure.read_as or figure.raw).strip()[:1]
        if sign == _MINUS or (sign in _SIGN and LEVEL.search(self.heading)):
            return replace(applied, qualifier=Qualifier.EXACT, printed=applied.text)
        return applied

    def names_year(self, figure: Figure) -> bool:
        """Whether a figure is a calendar year, and so no quantity."""
        in_years = self.unit is not None and self.unit.unit is Unit.YEAR
        return (self.is_year or in_years) and YEAR.fullmatch(figure.raw.strip()) is not None

    def read_brackets(self, figure: Figure) -> Figure | None:
        """Return the loss or the charge that accounts print in brackets: (1 234), (£2.4m)."""
        found = BRACKETS.fullmatch(plain(figure.raw).strip())
        inner = found and parse_in(figure.locale, found[1])
        if not inner or inner.value is None or not (self.is_money or inner.currency):
            return None
        if inner.qualifier is not Qualifier.EXACT or inner.value < 0:
            return None
        applied = self.unit.apply(inner) if self.unit else inner
        value = applied.value and applied.value.copy_negate()
        return replace(applied, raw=figure.raw, value=value, printed=figure.raw.strip())


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a number that states neither its unit nor its scale."""
    return figure.is_number and figure.unit is None and not figure.has_scale


def make_words(figure: Figure) -> Figure:
    """Return a figure as words, which are printed as it was."""
    return replace(
        figure,
        value=None,
        value_to=None,
        step=None,
        unit=None,
        qualifier=Qualifier.EXACT,
        state=State.TEXT,
        printed=figure.text,
    )


@lru_cache(maxsize=1024)
def read_column_context(heading: str, locale: Locale) -> ColumnContext:
    """Return what a head says of the numbers below it."""
    return ColumnContext(
        heading,
        read_column_unit(heading, locale),
        is_change=CHANGE.search(heading) is not None,
        is_year=names_years(heading),
        has_no_amounts=locale.edition > 1 and NO_AMOUNTS.fullmatch(heading.strip()) is not None,
        is_unclear=heading.endswith(UNCLEAR)
        or names_unknown_currency(heading, locale, read_column_unit),
    )


def names_years(heading: str) -> bool:
    """Whether a head says that what stands below are years: « Année », « Depuis », "Founded"."""
    is_said = CALENDAR.search(heading) or YEARS.search(heading) or BEGUN.fullmatch(heading)
    is_counted = COUNT.search(heading) or SIGNED in heading
    return bool(is_said) and not is_counted and not HAS_YEAR.search(heading)


def read_level(figure: Figure, label: str) -> Figure:
    """Return the figure of a line as a level, if its label names one: « Solde : −2,4 M€ »."""
    is_signed = figure.qualifier is Qualifier.CHANGE and not figure.words
    if not is_signed or not LEVEL.search(label) or CHANGE.search(label):
        return figure
    if plain(figure.read_as or figure.raw).strip()[:1] != _MINUS:
        return figure
    return replace(figure, qualifier=Qualifier.EXACT, printed=figure.text)
