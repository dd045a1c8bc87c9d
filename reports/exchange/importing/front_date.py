"""Parses the date of a report in its front matter, in the usual French and English forms."""

import datetime
import re
import unicodedata

from reports.core.document.periods import MONTHS
from reports.core.figures.locale import current_locale
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.source import Source

KEY = "date"
MAX_QUOTE_CHARACTERS = 60  # characters of what is no date
MAX_DATE_CHARACTERS = 80
UNREADABLE = "date du bilan « {} » : l’import ne sait pas la lire ; laissée de côté."
TIME = (
    r"(?:(?:[T\s,]|\bà\b|\bat\b)+\d{1,2}(?:[:h]\d{2}){0,2}h?(?:[.,]\d{1,9})?\s*(?:[ap]m)?"
    r"\s*(?:Z|UTC|GMT|CET|CEST|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?)?"
)
DAY_NAME = r"(?:(?:le|the|on)\s+)?(?:[^\W\d]{3,9}\.?,?\s+)?"
YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){TIME}",
    re.IGNORECASE,
)
YEAR_LAST = re.compile(
    rf"(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){TIME}",
    re.IGNORECASE,
)
DAY_AND_NAME = re.compile(
    rf"{DAY_NAME}(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<name>[^\W\d]{{3,9}})\.?,?\s+"
    rf"(?P<year>\d{{4}}){TIME}",
    re.IGNORECASE,
)
NAME_AND_DAY = re.compile(
    rf"{DAY_NAME}(?P<name>[^\W\d]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}}){TIME}",
    re.IGNORECASE,
)


def settle_date(origin: Source) -> None:
    """Replace the text of the date in the front matter with a date, or None if it is empty.

    A text that is no date is removed, with a notice.
    """
    if KEY not in origin.front:
        return
    value = origin.front[KEY]
    found = None if value in (None, "") else read_date(value)
    if found is None and value not in (None, ""):
        del origin.front[KEY]
        shown = " ".join(str(value).split())[:MAX_QUOTE_CHARACTERS]
        origin.notices.append(Notice(0, UNREADABLE.format(shown)))
    else:
        origin.front[KEY] = found


def read_date(value: object) -> datetime.date | None:
    """Return the date of a value; None if it is not a date or may be two different ones."""
    text = value.strip() if isinstance(value, str) and len(value) <= MAX_DATE_CHARACTERS else ""
    if found := YEAR_FIRST.fullmatch(text):
        return build_date(found["year"], int(found["month"]), found["day"])
    if found := YEAR_LAST.fullmatch(text):
        return read_numbers(found["year"], int(found["month"]), int(found["day"]))
    if found := DAY_AND_NAME.fullmatch(text) or NAME_AND_DAY.fullmatch(text):
        return build_date(found["year"], find_month(found["name"]), found["day"])
    return None


def read_numbers(year: str, month: int, day: int) -> datetime.date | None:
    """Return the date of « 04/11/2024 »; None in an English report if it could be two dates.

    Americans write the month first.
    """
    if current_locale().language != "en" or month == day:
        return build_date(year, month, day)
    readings = {build_date(year, month, day), build_date(year, day, month)} - {None}
    return readings.pop() if len(readings) == 1 else None


def build_date(year: str, month: int, day: str | int) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


def find_month(name: str) -> int:
    """Return the number of a month from its name, short or without accents; 0 for another word."""
    folded = fold(name)
    numbers = {number for month, number in MONTHS.items() if fold(month).startswith(folded)}
    return numbers.pop() if len(numbers) == 1 else 0


def fold(word: str) -> str:
    """Return a word without case and accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
