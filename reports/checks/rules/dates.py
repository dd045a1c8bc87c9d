"""Rule that reports dates that do not exist in the calendar, such as « 31 juin »."""

import calendar
import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import MONTHS
from reports.core.reading import Reading

NAMES = "|".join(MONTHS)
DATE = re.compile(
    rf"(?<![\d.,/\u00a0\u202f-])(?:(?P<day>[1-9]\d?)(?:er|st|nd|rd|th)?\s+(?P<month>{NAMES})"
    rf"|(?P<english>{NAMES})\s+(?P<after>[1-9]\d?)(?:st|nd|rd|th)?)\b(?!\s*%)"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
LEAP = 2000  # a year in which February has all of its days
MAX_MISTYPED_DAY = 39  # what is more is no day that was mistyped


@rule(
    "impossible-date",
    Severity.WARNING,
    "Date qui n’existe pas",
    "Une date n’est dans aucun calendrier : « 31 février », « 31 juin », « 29 février 2023 ».",
)
def impossible_date(report: Reading) -> Iterator[Issue]:
    for text in report.texts:
        for found in DATE.finditer(text.text):
            day = int(found["day"] or found["after"])
            month = MONTHS[(found["month"] or found["english"]).lower()]
            last = calendar.monthrange(int(found["year"] or LEAP), month)[1]
            if last < day <= MAX_MISTYPED_DAY:
                words = " ".join(found[0].split())
                yield Issue(
                    text.place,
                    f"« {words} » n’existe pas : ce mois a {last} jours.",
                    "Corrigez le jour ou le mois.",
                    (words,),
                )
