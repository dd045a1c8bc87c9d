"""Rule that reports a sentence about another financial year than the title of the report."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_sentences

ENDED = re.compile(
    r"\b(?:year (?:ended|ending|to)|exercice (?:clos|achevé|arrêté) (?:le|au))\s(?:on\s)?"
    r"(?:\d{1,2}(?:er)?\s)?(?P<month>[^\W\d]{3,9})\s(?:\d{1,2},\s)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:reports?|accounts|statements|covers?|review|rapport|bilan|comptes|présent)\b", re.I
)
OTHER = re.compile(
    r"\b(?:previous|prior|last|compared|against|than|from|contre|précéden\w+|dernier|rappel|since"
    r"|depuis)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"(?<!\d)(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)(?!\d)")
LAST_MONTHS = ("december", "décembre")


@rule(
    "financial-year-differs",
    Severity.WARNING,
    "Exercice qui n’est pas celui du bilan",
    "Une phrase dit de quel exercice est le bilan (« pour l’exercice clos le 31 mars 2024 »), et "
    "le titre en dit un autre (« 2024-2025 »). Une phrase qui compare deux exercices n’est pas "
    "contrôlée.",
)
def financial_year_differs(report: Reading) -> Iterator[Issue]:
    titled = find_titled_years(report)
    for place, words in iterate_sentences(report, ENDED):
        found = ENDED.search(words)
        if found is None or not ABOUT.search(words) or OTHER.search(words):
            continue
        is_calendar = found["month"].lower() in LAST_MONTHS
        expected = titled
        if is_calendar:
            expected = {*titled, *(year - 1 for year in titled)} or {report.year}
        if expected and int(found["year"]) not in expected:
            yield Issue(
                place,
                f"« {found[0]} » n’est pas l’exercice du bilan, qui finit en {max(expected)}.",
                "Corrigez l’année.",
                (found[0], str(max(expected))),
            )


def find_titled_years(report: Reading) -> set[int]:
    """Return the years in which end the financial years that the titles of the report name."""
    return {
        int(split[1]) + 1
        for title in report.context.titles
        for split in SPLIT.finditer(title)
        if (int(split[1]) + 1) % 100 == int(split[2])
    }
