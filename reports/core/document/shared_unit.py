"""Decides which columns and rows of a table the unit in its caption applies to."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from reports.core.figures.column_context import UNCLEAR, ColumnContext, read_column_context
from reports.core.figures.column_unit import read_unit
from reports.core.figures.languages import language_of
from reports.core.figures.locale import Locale
from reports.core.figures.parts import CURRENCIES, Unit
from reports.core.figures.reading import parse_in
from reports.core.figures.stated_unit import find_stated_unit, find_unknown_unit

PERIOD = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NUMBER = re.compile(
    r"\b(?:nombre|nb|effectifs?|etpt?|numéros?|rangs?|numbers?|headcount|ftes?|ranks?|no\. of)\b"
    r"|n°",
    re.IGNORECASE,
)
"""What is a number of things, and so no money."""
RATE = re.compile(
    r"[%‰]|\b(?:taux|pourcentages?|proportions?|ratios?|parts? (?:de|des|du)|rates?|percentages?"
    r"|délais?|durées?|âges?|par (?:action|habitant|agent)|per (?:share|capita|head))\b"
    r"|\bpart d['’]",
    re.IGNORECASE,
)
"""What is in a unit of its own, whatever stands above the table."""
COUNTED = re.compile(
    r"\A\W*(?:nombre|nb|etpt?|ftes?|numbers?|no\. of|average number|nombre moyen)\b", re.IGNORECASE
)
"""What is counted, whatever stands above it."""
OF_OTHERS = re.compile(
    r"[%‰]|\b(?:taux|pourcentages?|ratios?|percentages?|délais?|durées?|âges?"
    r"|staff|employees|volunteers|salariés?|agents?|bénévoles?)\b",
    re.IGNORECASE,
)
"""Rates and people, which may be meant even where a column is of money."""
VAGUE = re.compile(
    r"\b(?:agents?|dossiers?|projets?|bénéficiaires?|parts?|moyennes?|scores?|notes?|staff|cases"
    r"|projects?|beneficiaries|shares?|averages?|times?|ages?)\b",
    re.IGNORECASE,
)
"""What may be counted, or may be what money is spent on."""
SPENT_ON = re.compile(r"\A\W*(?:staff|personnel|projets?|projects?)\b", re.IGNORECASE)
"""What is money in a table of money that sums it up below."""
GROWTH = re.compile(
    r"\b(?:évolutions?|variations?|croissance|progressions?|growth|changes?|trends?)\b", re.I
)
"""Differences that may be percentages without saying so."""
AMOUNT = re.compile(
    r"\b(?:montants?|budgets?|coûts?|dépenses?|recettes?|produits|charges|financements?"
    r"|subventions?|enveloppes?|dotations?|crédits?|salaires?|masse|résultats?|réalisée?s?"
    r"|objectifs?|cibles?|prévue?s?|prévisions?|exécutée?s?|exécution|consommée?s?|totaux|total"
    r"|soldes?|écarts?|valeurs?|chiffre d['’]affaires|investissements?"
    r"|amounts?|costs?|spend(?:ing)?|expenditures?|income|revenues?|turnover|funding|funds?"
    r"|grants?|awards?|actuals?|results?|outturn|targets?|forecasts?|planned|values?|balances?"
    r"|variances?|differences?|over ?/? ?\(under|surplus"
    r"|deficits?|net|payroll|salaries|capital|restricted|unrestricted)\b",
    re.IGNORECASE,
)
"""Heads of amounts, and of the plans and results that amounts are of."""


MONEY = re.compile(
    r"\b(?:revenues?|expenses?|expenditures?|income|costs?|budgets?|spending|amounts?|cash flows?"
    r"|profits?|assets|liabilities|montants?|dépenses|recettes|charges|coûts?|subventions"
    r"|chiffre d['’]affaires)\b",
    re.IGNORECASE,
)
"""Captions of tables that are about nothing but money."""
SIGNS = {"USD": "$", "GBP": "£", "CHF": "CHF"}
"""What stands for the currency of a report that somebody has said, for the first is the default."""


SHARE = re.compile(r"\b(?:parts?|shares?)\b", re.IGNORECASE)
"""What a percentage that a caption states is of: « Licences par âge, part en % »."""


PERCENT = re.compile(
    r"\W{0,3}(?:(?:en|in)\s)?(?:%|pour\scent|per\s?cent|pourcentages?|percentages?)\W{0,3}",
    re.IGNORECASE,
)
"""A corner that is a percentage and no more: « (en %) »."""


TOTAL = re.compile(r"\b(?:total|totaux|totals)\b", re.IGNORECASE)
STAFF = (Unit.FTE, Unit.FTE_WORKED)


class Kind(Enum):
    """The kind of the numbers under a heading, as far as its words tell."""

    NUMBER = "number"
    RATE = "rate"
    GROWTH = "growth"
    AMOUNT = "amount"
    VAGUE = "vague"
    OTHER = "other"


@lru_cache(maxsize=1024)
def classify(head: str) -> Kind:
    """Return what a head says of its numbers; a period says that they are what the table is of."""
    for kind, words in (
        (Kind.RATE, RATE),
        (Kind.NUMBER, NUMBER),
        (Kind.GROWTH, GROWTH),
        (Kind.AMOUNT, AMOUNT),
        (Kind.VAGUE, VAGUE),
        (Kind.AMOUNT, PERIOD),
    ):
        if words.search(head):
            return kind
    return Kind.OTHER


def find_number_columns(rows: Sequence[tuple[str, ...]], locale: Locale) -> set[int]:
    """Return the columns that have numbers beside the heads of rows, and not words alone."""
    return {
        n for row in rows for n, text in enumerate(row) if n and parse_in(locale, text).is_number
    }


def is_scale(words: str, locale: Locale) -> bool:
    """Whether a unit is a scale alone, and so may be thousands of anything."""
    unit = read_unit(words, locale) if words else None
    return unit is not None and unit.unit is None


def states_unit(words: str, locale: Locale) -> bool:
    return bool(words and (find_stated_unit(words, locale) or find_unknown_unit(words, locale)))


def is_scaled(words: str, locale: Locale) -> bool:
    """Whether words state an amount of money or a scale, or one that is not known."""
    if not words or not states_unit(words, locale):
        return False
    unit = read_column_context(f"({find_stated_unit(words, locale)})", locale).unit
    return unit is None or unit.unit is None or unit.unit in CURRENCIES


def find_staff_unit(corner: str, locale: Locale) -> str:
    """Return the unit of a corner that says that staff is counted below: « ETP »."""
    unit = read_column_context(corner, locale).unit if corner else None
    if unit is None or unit.unit not in STAFF:
        return ""
    return language_of(locale).vocabulary.spellings[unit.unit].singular


def find_summed(rows: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """Return the heads of the rows that stand above a total."""
    heads = [row[0] if row else "" for row in rows]
    totals = [place for place, head in enumerate(heads) if TOTAL.search(head)]
    return frozenset(heads[: totals[-1]]) if totals else frozenset()


class SharedUnit:
    """The unit in the caption of a table, and the columns and rows that it applies to.

    If it is unclear that the unit applies to a number, the number is read as text. A value is then
    missing, but never wrong by a factor of a thousand.
    """

    def __init__(
        self, caption: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]], locale: Locale
    ) -> None:
        corner = headings[0] if headings else ""
        is_of_corner = is_scaled(corner, locale) or PERCENT.fullmatch(corner) is not None
        if not states_unit(caption, locale) and is_of_corner:
            caption = corner if is_scaled(corner, locale) else "(%)"
        self.is_staff = False
        self.summed = find_summed(rows)
        if not states_unit(caption, locale) and (staff := find_staff_unit(corner, locale)):
            caption, self.is_staff = f"({staff})", True
        self.words = find_stated_unit(caption, locale) if caption else ""
        unknown = find_unknown_unit(caption, locale) if caption else ""
        if is_scale(self.words, locale) and MONEY.search(caption):
            sign = SIGNS.get(locale.currency, "")
            unknown = "" if sign else self.words
            self.words = f"{sign} {self.words}".strip()
        self.is_unknown = bool(unknown)
        self.words = self.words or unknown
        self.locale = locale
        if not self.words:
            return
        unit = read_column_context(f"({self.words})", locale).unit
        self.is_money = unit is not None and unit.unit in CURRENCIES
        self.is_percent = unit is not None and unit.unit is Unit.PERCENT
        self.is_scale = unit is not None and unit.unit is None
        self.kinds = [classify(heading) for heading in headings]
        self.has_amounts = Kind.AMOUNT in self.kinds[1:]
        is_headless = not any(map(str.strip, headings))
        self.is_of_one = (
            len(headings) == 2
            or len(find_number_columns(rows, locale)) == 1
            or (is_headless and classify(caption) is Kind.AMOUNT)
        )

    def give_column(self, place: int, column: ColumnContext) -> ColumnContext:
        """Return the context of a column in this unit, if it is that of its numbers."""
        if not self.words or column.unit or column.is_year or column.is_unclear:
            return column
        kind = self.kinds[place]
        unclear = self.doubt(column)
        shared = read_column_context(f"{column.heading} ({self.words})", self.locale)
        shared = unclear if self.is_unknown else shared
        if self.is_staff:
            is_of_period = PERIOD.search(column.heading) and not AMOUNT.search(column.heading)
            return shared if is_of_period and kind is Kind.AMOUNT else column
        match kind:
            case Kind.RATE:
                return column
            case Kind.NUMBER:
                return shared if self.is_scale else column
            case Kind.VAGUE if self.is_percent and SHARE.search(column.heading):
                return shared
            case Kind.GROWTH:
                return unclear
            case Kind.AMOUNT:
                return shared
            case Kind.VAGUE if self.has_amounts and not self.is_scale:
                return column
            case Kind.VAGUE:
                return unclear
        return shared if self.is_scale or self.is_of_one else unclear

    def give_own(self, head: str, own: ColumnContext) -> ColumnContext:
        """Return the context of a cell whose column names its unit: below « 2031 (k€) » a row of
        people or rates is in no thousands of euros.
        """
        if not own.is_money or AMOUNT.search(own.heading) or AMOUNT.search(head):
            return own
        if self.is_spent_on(head):
            return own
        if COUNTED.search(head):
            return read_column_context("", self.locale)
        is_other = classify(head) is Kind.NUMBER or OF_OTHERS.search(head)
        return read_column_context(UNCLEAR, self.locale) if is_other else own

    def is_spent_on(self, head: str) -> bool:
        """Whether a row names what money was spent on, and a total stands below it."""
        return head in self.summed and SPENT_ON.match(head) is not None

    def doubt(self, column: ColumnContext) -> ColumnContext:
        """Return a context in which bare numbers are words, if the unit could be theirs."""
        if not (self.is_money or self.is_scale or self.is_unknown):
            return column
        return read_column_context(f"{column.heading} {UNCLEAR}", self.locale)

    def give_row(self, head: str, own: ColumnContext, column: ColumnContext) -> ColumnContext:
        """Return the context of a cell: that of its column, unless its row is of something else."""
        if column is own:
            return self.give_own(head, own)
        kind = classify(head)
        if self.is_staff and kind is Kind.VAGUE:
            return column
        if self.is_staff and kind is Kind.AMOUNT and not TOTAL.search(head):
            return own
        if kind is Kind.RATE or (kind is Kind.NUMBER and not self.is_scale):
            return own
        if kind in (Kind.GROWTH, Kind.VAGUE) and not (self.is_money and self.is_spent_on(head)):
            return self.doubt(own)
        return column
