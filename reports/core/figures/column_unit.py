"""Reads the unit that the heading of a column gives to its numbers: « Montant (k€) », "in £m"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from reports.core.figures.counted_scale import find_counted_scale, is_foreign_money
from reports.core.figures.figure import Figure
from reports.core.figures.grammar import MAX_DIGITS, plain
from reports.core.figures.languages import language_of
from reports.core.figures.locale import Locale
from reports.core.figures.measure import shift
from reports.core.figures.parts import CURRENCIES, Qualifier, Unit

_MEASURED = {*Qualifier} - {Qualifier.RATIO, Qualifier.FACTOR}
"""The qualifiers of figures that may have a unit."""


@dataclass(frozen=True)
class ColumnUnit:
    """The unit and the power of ten that a heading gives to the bare numbers of its column."""

    unit: Unit | None
    power: int

    def apply(self, figure: Figure) -> Figure:
        """Return the figure of a cell in the unit of its column, printed as it stands there.

        A figure that states its unit or its scale keeps it; so do words, ratios and factors.
        """
        is_bare = figure.unit is None and not figure.has_scale and figure.qualifier in _MEASURED
        if figure.value is None or not is_bare:
            return figure
        if self.unit is Unit.YEAR and 1900 <= figure.value < 2100:
            return figure  # a year, not so many years

        def scale(value: Decimal | None) -> Decimal | None:
            return None if value is None else shift(f"{value:f}", self.power)

        return replace(
            figure,
            value=scale(figure.value),
            value_to=scale(figure.value_to),
            step=scale(figure.step),
            unit=self.unit,
            printed=figure.text,
        )


_SAID_ALONE = {*CURRENCIES, Unit.PERCENT, Unit.FTE, Unit.FTE_WORKED}
"""What a head may be without a word around it: « ETP 2031 », "£m"."""
SIGNED = "±"
"""What a head that is kept says of signed numbers that are differences."""
_EN = re.compile(r"\ben ", re.IGNORECASE)
_IN = re.compile(r"\bin ", re.IGNORECASE)
_LAST_THOUSANDS = re.compile(
    r"(?<!\bper)(?<!\beach)(?<!\bevery)(?<!\bpar) ([£€$]'?000s?|'?000s)\Z", re.I
)
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)[^()]*\Z")
_YEAR_BESIDE = re.compile(
    r"\A(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?\ |\ (?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?\Z"
)
_STAFF = re.compile(
    r"\A(?:nombre|effectifs?|personnels?|agents?|emplois|postes|number|staff|workforce|headcount)\ "
    r"(?:d'|de\ |of\ )?(?=(?:etpt?|ftes?)\Z)",
    re.IGNORECASE,
)
_DASH = " - "
_YEAR = re.compile(r"(?:fy ?(?:[0-9]{2})?|(?:19|20))[0-9]{2}(?:[/-][0-9]{2,4})?", re.IGNORECASE)
_PERCENT_BESIDE = re.compile(
    r"\A% .|(?<!\bet)(?<!\bou)(?<!\band)(?<!\bor)(?<![&/+,0-9]) %\Z", re.IGNORECASE
)
"""Heads that begin or end with the sign: « % du total », « Part % », and not « Nombre et % »."""
_PERCENTAGE = re.compile(r"(?:percentages?|pourcentages?)", re.IGNORECASE)
_SCALES = {
    "k": 3,
    "millier": 3,
    "milliers": 3,
    "thousand": 3,
    "thousands": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "millions": 6,
    "md": 9,
    "mds": 9,
    "milliard": 9,
    "milliards": 9,
    "bn": 9,
    "billion": 9,
    "billions": 9,
}
"""The powers of ten that heads write, before or after their unit."""
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_LARGE = "|".join(name for name in _SCALES if len(name) > len("mds"))
_SIGN = r"[£€$]|us\ ?\$|\b(?:eur|gbp|usd|chf)\b"
_APART = re.compile(rf"({_SIGN})(?:,\ |,?\ (?:in|en)\ )(?=(?:{_SCALE})\b|'?000)", re.IGNORECASE)
_AFTER = re.compile(rf"\b({_LARGE})(?:,?\ ({_SIGN})|\ \(({_SIGN})\))", re.IGNORECASE)
_NAMED = re.compile(rf"\b((?:u\.?s\.?\ )?dollars?|pounds?|euros?)\ (?:in|en)\ ({_LARGE})\b", re.I)
_TIMES = {Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR}
_PER = re.compile(r" (?:per|par) [^\W\d_]{2,20}(?: [^\W\d_]{2,20})?\Z", re.IGNORECASE)
"""What a length of time is an average over: "days per person"."""
_LONE = {("dolla", "USD"): Unit.US_DOLLAR, ("pound", "GBP"): Unit.POUND_STERLING}
"""What money is that many countries have, by the currency of the report."""
Reader = Callable[[str, Locale], "ColumnUnit | None"]


@lru_cache(maxsize=1024)
def read_column_unit(heading: str, locale: Locale) -> ColumnUnit | None:
    """Return the unit and scale that a head states, None for a head that states none.

    They stand in brackets, or at the end after "en" or "in"; signs of money, `%` and staff may be
    the whole head, beside a year or not ("£m 2031", « ETP 2031 »), `%` its first or last word, and
    thousands the last word, as in accounts: "Total £000". A `$` says which dollar where the report
    is in dollars of the United States.
    """
    if len(heading) > 4 * MAX_DIGITS:
        return None
    text = join_scale(plain(heading).replace(SIGNED, "").strip())
    brackets = _LAST_BRACKETS.search(text)
    preposition = _IN if locale.is_english else _EN
    stated = brackets[1].strip() if brackets else _YEAR_BESIDE.sub("", text, count=1)
    stated = _STAFF.sub("", stated)
    words = preposition.split(stated, maxsplit=1)[-1]
    if not brackets and (thousands := _LAST_THOUSANDS.search(text)):
        return read_unit(thousands[1], locale)
    is_alone = not brackets and words == stated
    unit = read_unit(words, locale, alone=is_alone)
    if unit is None and not is_alone and (scale := find_counted_scale(words)):
        return None if is_foreign_money(words) else read_unit(scale, locale)
    if unit is None and not brackets and _DASH in text:  # of two rows: « 2031 - k€ », "FTE - 2031"
        above, _, below = text.rpartition(_DASH)
        return read_unit(above if _YEAR.fullmatch(below) else below, locale, alone=True)
    if unit is None and not brackets and _PERCENT_BESIDE.search(text):
        return ColumnUnit(Unit.PERCENT, 0)
    return unit


def read_unit(text: str, locale: Locale, alone: bool = False) -> ColumnUnit | None:
    """Return the unit that words are, and nothing else; one that stands `alone` is money or %."""
    words = "%" if _PERCENTAGE.fullmatch(text.strip()) else text.strip()
    match = _pattern(locale.is_english).fullmatch(words)
    if match is None:
        over = _PER.search(words)
        time = read_unit(words[: over.start()], locale) if over else None
        return time if time and time.unit in _TIMES and not alone else None
    groups = match.groupdict()
    name = next((name for name in ("money", "unit", "only", "lone") if groups[name]), None)
    if name == "lone":
        money = _LONE.get((groups[name][:5].lower(), locale.currency))
        return ColumnUnit(money, _SCALES[groups["scale_before"].lower()]) if money else None
    unit = name and language_of(locale).vocabulary.unit_at(match.string, match.start(name))
    scale = (groups["scale"] or groups["scale_before"] or "").lower()
    is_dollar = name and groups[name] == "$" and locale.currency != "USD"
    is_short = unit is None and not groups["counts"] and len(scale) < len("million")
    if is_dollar or is_short or (alone and unit not in _SAID_ALONE):
        return None
    is_thousands = groups["thousands"] or groups["counts"]
    return ColumnUnit(unit or None, 3 if is_thousands else _SCALES.get(scale, 0))


def names_unknown_currency(text: str, locale: Locale, read: Reader) -> bool:
    """Whether words state a unit of money which only a report in another currency can know: `$m`,
    "thousands of pounds".
    """
    if read(text, locale) is not None:
        return False
    return any(read(text, locale._replace(currency=code)) for _, code in _LONE)


def join_scale(text: str) -> str:
    """Return a plain text in which money stands beside its scale: « $ thousands » for "$ in
    thousands" and "in thousands ($)", « thousands of dollars » for "dollars in thousands".
    """
    text = _AFTER.sub(r"\2\3 \1", _APART.sub(r"\1 ", text))
    return _NAMED.sub(r"\2 of \1", text).replace("U.S. ", "US ")


@cache
def _pattern(is_english: bool) -> re.Pattern[str]:
    """A unit with its scale: `k€`, `millions d'euros`, `£m`, `£'000`, `%`, `000s`."""
    vocabulary = language_of(Locale("en" if is_english else "fr")).vocabulary
    prefix, unit = vocabulary.prefix, vocabulary.unit
    pattern = rf"""
        (?P<money>{prefix}) \ ?(?: (?P<thousands>'?000s?) | (?P<scale>{_SCALE}) )?
      | (?P<scale_before>{_SCALE})
        (?: (?:\ (?:de|of)\ |\ d'|\ ?) (?: (?P<unit>{unit}) | (?P<lone>dollars?|pounds?) ) )?
      | (?P<counts>'?000'?s?)
      | (?P<only>{unit})"""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
