"""Parses expressions, such as « Plus de 18 000 », into figures."""

import re
from dataclasses import replace
from functools import lru_cache

from reports.core.figures.figure import Figure
from reports.core.figures.grammar import MAX_DIGITS, Form, plain
from reports.core.figures.languages import language_of
from reports.core.figures.locale import UNKNOWN, Locale, current_locale
from reports.core.figures.measure import Measure
from reports.core.figures.parts import CURRENCIES, Qualifier, State, Unit

# One to three digits, a comma, three digits: a decimal in French, thousands in English.
TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")


def parse(
    expression: str,
    read_as: str | None = None,
    *,
    language: str | None = None,
    currency: str | None = None,
) -> Figure:
    """Parse a whole expression as one figure. It never raises, and keeps it as typed in `raw`.

    What cannot be read to its last character is TEXT: `442 organisations` is, for its words belong
    beside the figure (see `phrase.split`), and so is anything longer than `MAX_DIGITS`.

    `read_as` is a second expression, from which every part is read in place of the first. One that
    reads as TEXT says that the first is words, and it is then typeset as typed; a blank one
    corrects nothing and is dropped.

    Two numbers are a RANGE or a passage, FROM_TO. The words of the expression decide: `entre 3 et
    5` is a range, `passé de 3 à 5`, `3 → 5` and `de 59 % à 68 %` are passages. Without them the
    numbers do: nobody prints a range downwards, so `de 3 à 1 mois` is a passage and `de 10 à 20
    agents` a range.

    `language` and `currency` are those of the report that is being read (see `locale`), unless they
    are given. In the language `und`, which nobody has said, a number that can be read two ways is
    TEXT: `133,000`. A lone `$` is TEXT unless the currency is USD.
    """
    locale = current_locale()
    if language is not None or currency is not None:
        locale = locale._replace(
            language=language or locale.language, currency=currency or locale.currency
        )
    return parse_in(locale, expression, read_as)


def parse_in(locale: Locale, expression: str, read_as: str | None = None) -> Figure:
    """Parse an expression as `parse` does, in the locale that is given."""
    return _read(expression, read_as, locale)


def from_stored(stored: object) -> Figure:
    """Return the figure of a stored form: a text, a mapping of `raw` and `read_as`, or None.

    Never raises: anything else was stored by mistake and becomes its own text.
    """
    match stored:
        case None:
            return parse("")
        case str():
            return parse(stored)
        case {"raw": str(raw), **rest} if not rest:
            return parse(raw)
        case {"raw": str(raw), "read_as": str() | None as read_as, **rest} if not rest:
            return parse(raw, read_as)
    try:
        return Figure(str(stored), locale=current_locale())
    except RecursionError:
        return parse("")


# Typed, because a subclass of str that marks safe HTML must not answer for the equal plain text.
@lru_cache(maxsize=4096, typed=True)
def _read(expression: str, read_as: str | None, locale: Locale) -> Figure:
    if read_as is not None and read_as.strip():
        return replace(_read(read_as, None, locale), raw=expression, read_as=read_as)
    typed = expression.strip()
    if not typed:
        return Figure(expression, state=State.EMPTY, locale=locale)
    text = plain(typed)
    if len(typed) > MAX_DIGITS or can_be_read_two_ways(text, locale):
        return Figure(expression, locale=locale)
    language = language_of(locale)
    if locale.edition == 1 and language.novelties.search(typed):
        return Figure(expression, locale=locale)
    if absence := language.absences.get(text.lower()):
        return Figure(expression, state=absence, locale=locale)
    if not language.start.match(text):
        return Figure(expression, locale=locale)
    for form in language.forms:
        if form.needs not in text or form.edition > locale.edition:
            continue
        found = form.pattern.fullmatch(text)
        figure = found and _figure(expression, form, found, locale)
        if figure:
            return figure
    return Figure(expression, locale=locale)


def _is_no_range(start: Measure, end: Measure) -> bool:
    """Whether two numbers around a dash are a code or a score, 5-3, or two years, 24-25."""
    are_years = start.is_bare and end.is_bare and 10 <= start.value == end.value - 1
    return start.value >= end.value or are_years


def _is_amount(start: Measure, written: str, locale: Locale) -> bool:
    """Whether a number in brackets is an amount, and no mark of a note, no year and no section: it
    is money, or it is written with groups or decimals.
    """
    if start.unit is not None:
        return start.unit in CURRENCIES
    is_section = not locale.is_english and written.count(".") == 1
    return not (written.isdigit() or is_section)


def can_be_read_two_ways(text: str, locale: Locale) -> bool:
    """Say whether a plain text has a number that two languages read differently: 133,000."""
    return locale.language == UNKNOWN and TWO_WAYS.search(text) is not None


def _figure(expression: str, form: Form, match: re.Match[str], locale: Locale) -> Figure | None:
    """The figure in a match of one of the forms, unless its parts contradict one another."""
    groups, qualifier = match.groupdict(), form.qualifier
    language = language_of(locale)
    start = Measure.from_match(match, language)
    end = Measure.from_match(match, language, "_to") if "number_to" in groups else None
    words, article = groups.get("words") or "", groups.get("article") or ""
    if any(each and each.is_lone_dollar for each in (start, end)) and locale.currency != "USD":
        return None
    if article and start.value > 100:
        return None  # no share
    if end is not None:
        if start.is_year or end.is_year:
            return None
        if qualifier is Qualifier.RATIO and start.value > end.value:
            return None
        if qualifier is Qualifier.RATIO and words[-3:] == "sur" and start.value == end.value:
            return None  # "7 jours sur 7"
        both_percent = start.unit is Unit.PERCENT is end.unit
        # "de 9 h à 17 h" are times of the day.
        if (groups.get("unit"), groups.get("unit_to")) == ("h", "h"):
            return None
        start = start.before(end)
        if groups.get("dash") and start.is_prefixed and end.unit is None:
            end = end._replace(unit=start.unit)  # "£3-5 million"
        if start.unit is not end.unit:
            return None
        if groups.get("dash") and (_is_no_range(start, end) or groups.get("unit_to") == "h"):
            return None  # "9 – 17 h" is when something is open
        is_bare = not (start.unit or groups.get("of") or groups.get("between"))
        if locale.is_english and is_bare and start.value > end.value:
            return None  # "9 to 5", "3 to 1"
        if qualifier is Qualifier.RANGE and (
            (groups.get("of") and both_percent)
            or (start.value > end.value and not groups.get("between"))
        ):
            qualifier = Qualifier.FROM_TO
    elif (words or qualifier is Qualifier.AT_MOST) and groups.get("unit") == "h":
        return None  # "jusqu'à 18 h"
    elif words and start.is_year and qualifier in (Qualifier.AT_MOST, Qualifier.AT_LEAST):
        return None  # "jusqu'à 2024", "à partir de 2024"
    if start.unit is Unit.PERCENT and (start.scale or (end and end.scale)):
        return None
    if groups.get("loss"):
        if not start.value or not _is_amount(start, groups["number"] or "", locale):
            return None
        start = start._replace(negative=True)
    if qualifier is Qualifier.CHANGE and words.lower() == "down":
        start = start._replace(negative=True)
    return Figure(
        expression,
        value=start.value,
        value_to=end.value if end else None,
        step=start.step,
        unit=start.unit,
        qualifier=qualifier,
        state=State.PROVISIONAL if groups["provisional"] else State.VALUE,
        locale=locale,
        words=words,
        article=article,
        has_scale=bool(start.scale or (end and end.scale)),
    )
