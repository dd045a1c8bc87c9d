"""Reads periods from headings of columns: years, school years, quarters and months."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.document.table import Column

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Columns that speak of a year and state no value of it.
BESIDE = re.compile(
    r"\b(?:évolution|variation|écart|commentaire|source|note|change|difference|comment)s?\b",
    re.IGNORECASE,
)
BENCHMARK = re.compile(
    r"\W*(?:(?:moyenne|médiane|valeur|average|mean|median)\s(?:of\s(?:the\s)?)?)?"
    r"(?:nationale?|national|régionale?|regional|européenne|european|sector|secteur|benchmark|peers?"
    r"|rang|rank(?:ing)?)\b",
    re.IGNORECASE,
)
"""Heads of what others reached, or of a place among them: « Moyenne nationale 2031 »."""
TARGET = re.compile(
    r"\b(?:objectif|cible|prévision|prévu|target|goal|objective|forecast|planned)e?s?\b",
    re.IGNORECASE,
)

MONTHS = {
    "janvier": 1,
    "février": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+{_YEAR}", re.IGNORECASE)
# Years by the month with which they end: "Year to 30 June 2031", « exercice clos le 30 juin 2031 ».
YEAR_ENDING = re.compile(
    rf"\b(?:year|exercice|(?:12|twelve|douze)\s(?:months|mois))\s"
    r"(?:to|ended|ending|clos|clôturé|achevé|au|à)\s(?:(?:on|the|le|au|fin|end)\s){0,2}"
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s)?(?P<month>{'|'.join(MONTHS)})\s(?:\d{{1,2}},?\s)?{_YEAR}",
    re.IGNORECASE,
)
_RUN = rf"\b(?P<first>{'|'.join(MONTHS)})\s?(?:-|–|to|à|through)\s?(?P<last>{'|'.join(MONTHS)})"
# The months that a year says are its own: « 2030-31 (juillet-juin) ».
OWN_MONTHS = re.compile(rf"{_RUN}\b(?!\s(?:19|20)\d\d)", re.IGNORECASE)
RUN_OF_MONTHS = re.compile(rf"{_RUN}\s+{_YEAR}", re.IGNORECASE)
QUARTER = re.compile(
    rf"\b(?:[TQ](?P<short>[1-4])|(?P<long>[1-4])(?:er|e|ème|st|nd|rd|th)\s+(?:trimestre|quarter))"
    rf"\s*(?:de\s+|of\s+)?{_YEAR}",
    re.IGNORECASE,
)
HALF = re.compile(
    rf"\b(?:[SH](?P<short>[12])|(?P<long>[12])(?:er|e|nd|ème|st)\s+(?:semestre|half))"
    rf"\s*(?:de\s+|of\s+)?{_YEAR}",
    re.IGNORECASE,
)
# 2023-2024 is a school year; 2023-24 and 2023/24 are financial ones, as the United Kingdom's.
SCHOOL_YEAR = re.compile(rf"(?<!\d){_YEAR}\s?[-–/]\s?(?P<next>(?:19|20)\d\d)(?!\d)")
FINANCIAL_YEAR = re.compile(rf"(?<!\d){_YEAR}\s?[-–/]\s?(?P<next>\d\d)(?!\d)")

SHORT_FISCAL = re.compile(r"\bFY ?['’]?(?=\d\d(?!\d))")
"""What stands before the two digits of a year: "FY31", "FY31/32"."""

Span = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class Period:
    """The period that a column head names: its days, and whether it holds results or targets."""

    start: datetime.date
    end: datetime.date
    label: str
    kind: str


def read_period(column: Column) -> Period | None:
    """Return the period of a column headed « Résultats 2024 »; None if it names no one period."""
    span = read_span(column.heading)
    if span is None or BESIDE.search(column.heading) or BENCHMARK.match(column.heading):
        return None
    kind = "target" if TARGET.search(column.heading) else "result"
    return Period(*span, column.heading, kind)


def names_period(text: str) -> bool:
    """Whether a text names one period."""
    return read_span(text) is not None


def read_span(text: str) -> Span | None:
    """Return the first and the last day of the one period that a text names."""
    text = SHORT_FISCAL.sub("FY 20", text)
    spans = set(find_spans(text))
    if spans:
        return spans.pop() if len(spans) == 1 and not list_other_years(text) else None
    years = {int(year) for year in YEAR.findall(text)}
    run = OWN_MONTHS.search(text)
    if len(years) != 1 or (run and (SCHOOL_YEAR.search(text) or FINANCIAL_YEAR.search(text))):
        return None
    first, last = name_months(run) if run else (1, 12)
    return span_months(years.pop(), first, last) if first < last else None


def list_other_years(text: str) -> list[str]:
    """Return the years of a text that are no part of a period shorter or longer than a year."""
    for pattern in (YEAR_ENDING, RUN_OF_MONTHS, SCHOOL_YEAR, FINANCIAL_YEAR, MONTH, QUARTER, HALF):
        text = pattern.sub(" ", text)
    return YEAR.findall(text)


def find_spans(text: str) -> Iterator[Span]:
    """Yield the days of the months, quarters, halves and split years that a text names."""
    for found in YEAR_ENDING.finditer(text):
        yield span_year(int(found["year"]), MONTHS[found["month"].lower()])
    for found in RUN_OF_MONTHS.finditer(text):
        first, last = name_months(found)
        if first < last:
            yield span_months(int(found["year"]), first, last)
    for found in MONTH.finditer(RUN_OF_MONTHS.sub(" ", YEAR_ENDING.sub(" ", text))):
        month = MONTHS[found["month"].lower()]
        yield span_months(int(found["year"]), month, month)
    for pattern, length in ((QUARTER, 3), (HALF, 6)):
        for found in pattern.finditer(text):
            last = length * int(found["short"] or found["long"])
            yield span_months(int(found["year"]), last - length + 1, last)
    months = OWN_MONTHS.search(text)
    first, stated = name_months(months) if months else (0, 0)
    if months and first != stated % 12 + 1:
        return  # a part of a split year
    for pattern, last in ((SCHOOL_YEAR, 8), (FINANCIAL_YEAR, 3)):
        for found in pattern.finditer(text):
            year = int(found["year"])
            if int(found["next"]) % 100 == (year + 1) % 100:
                yield span_year(year + 1, stated or last)


def name_months(run: re.Match[str]) -> tuple[int, int]:
    """Return the numbers of the two months that a text runs between."""
    return MONTHS[run["first"].lower()], MONTHS[run["last"].lower()]


def span_year(year: int, last: int) -> Span:
    """Return the first and the last day of the twelve months that end with a month of a year."""
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    first = last % 12 + 1
    return datetime.date(year if first == 1 else year - 1, first, 1), end


def span_months(year: int, first: int, last: int) -> Span:
    """Return the first day of a month and the last day of another of the same year."""
    return datetime.date(year, first, 1), datetime.date(
        year, last, calendar.monthrange(year, last)[1]
    )
