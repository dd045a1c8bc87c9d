"""Finds the year of an imported report in its first lines: « Rapport d’activité 2031 ».

`Source.year` calls it when neither the user nor the front matter gives a year.
"""

import re

MAX_OPENING_LINES = 4  # lines at the beginning of a text
MAX_LINE_CHARACTERS = 160  # characters of a line that names what the report is of
TAG = re.compile(r"<[^<>]*+>")
REPORT = re.compile(
    r"\b(?:rapports?|bilans?|report|review|accounts|exercice|année|year|saison|season)\b", re.I
)
PERIOD = re.compile(
    r"(?<![\d/-])(?P<first>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>(?:(?:19|20)\d\d|\d\d)))?(?![\d/-])"
)


def find_opening_year(text: str) -> int | None:
    """Return the only year in one of the first lines, next to a word for a report or a year.

    For 2031-2032 that is the second year, for a financial year (2031/32) the first.
    """
    lines = [line.strip() for line in TAG.sub("\n", text[: 40 * MAX_LINE_CHARACTERS]).split("\n")]
    for line in [line for line in lines if line][:MAX_OPENING_LINES]:
        years = {read_year(found) for found in PERIOD.finditer(line)}
        if len(years) == 1 and len(line) <= MAX_LINE_CHARACTERS and REPORT.search(line):
            return years.pop()
    return None


def read_year(period: re.Match[str]) -> int:
    is_school_year = period["last"] and len(period["last"]) == len(period["first"])
    return int(period["last"] if is_school_year else period["first"])
