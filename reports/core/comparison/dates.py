"""Finds the years that a text names: « en 2023 », « 2023-24 », « début 2025 », "autumn 2023"."""

import re
from functools import lru_cache

from reports.core.comparison.subject import meaningful_stems
from reports.core.reading.statement import CACHE_SIZE

YEAR = re.compile(
    r"(?<!\d)(?<!\d[ \u00a0\u202f.,])(?:199\d|200[1-9]|20[1-4]\d)(?!\d|[.,]\d|\s?[%€])"
)
SPLIT = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?(\d\d)(?![\d-])")
MIN_HISTORY_YEARS = 3  # years that make a history of what is told of them
VALUED = re.compile(r"(?<!\d)(?:19|20)\d\d\s?(?:[:=]|\()\s?[-+−]?\d")
NEXT = re.compile(
    r"\b(?:(?:1\s?er\s|\d+\s)?janvier|début(?:\s(?:de\s)?l[’'ʼ]année)?)\s(?:de\s)?(20\d\d)\b",
    re.IGNORECASE,
)
# An academic year is named by the one that it ends in: autumn 2023 is in 2023-24.
AUTUMN = re.compile(r"\b(?:fall|autumn|rentrée(?: de)?(?: septembre)?)\s(20\d\d)\b", re.IGNORECASE)
COMPARING = re.compile(
    r"\b(?:depuis|comme|contre|par rapport|avant|dès|lois?|décrets?|arrêtés?|ordonnances?"
    r"|circulaires?|précéden\w+|historique|histoire|évolution|rappel|compar\w+|créée?s?|née?s?"
    r"|lancement|entre|qu[’'ʼ]en|hausse|baisse|progress\w+|augment\w+"
    r"|de (?:19|20)\d\d à|jusqu\w*|à partir|au regard|face à"
    r"|since|than|from|compared|against|versus|before|acts?|regulations?|previous|earlier|history|trend"
    r"|created|founded|launched|between|increase\w*|decrease\w*|baseline)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:objectifs?|cibles?|plf|prév\w+|prochaine?s?|horizon|rentrée|perspectives?|priorités?"
    r"|feuilles? de route|venir|d[’'ʼ]ici|suites?|ambitions?|attend\w*|demain|vis\w+|sera|seront"
    r"|continue\w*|poursui\w+|pour|budget|programm\w+|plans?|stratégi\w+|projets? de loi"
    r"|targets?|goals?|forecasts?|next|will|ahead|future|strategy|outlook|until|opens?|due|planned"
    r"|ouvr\w+)\b",
    re.IGNORECASE,
)


@lru_cache(CACHE_SIZE)
def find_years(text: str) -> tuple[int, ...]:
    """Return the distinct years that a text names, in order: both years of « 2023-24 »."""
    whole = SPLIT.sub(spell_second_year, text)
    return tuple(dict.fromkeys(map(int, YEAR.findall(whole))))


def spell_second_year(split: re.Match[str]) -> str:
    """Return « 2023-2024 » for « 2023-24 », and other numbers as they are."""
    following = int(split[1]) + 1
    is_next = following % 100 == int(split[2])
    return f"{split[1]}-{following}" if is_next else split[0]


def begins_in_year_before(text: str, year: int) -> bool:
    """Return whether a text names a split year that ends in `year`: « 2022-23 » for 2023."""
    return any(
        int(split[1]) == year - 1 and int(split[2]) == year % 100 for split in SPLIT.finditer(text)
    )


def is_history(text: str) -> bool:
    """Return whether a text tells what was in several years: « 2022 : 12, 2023 : 15 », or from one
    year to another that is further than the next.
    """
    years = find_years(text)
    if len(years) < 2:
        return False
    return max(years) - min(years) >= MIN_HISTORY_YEARS - 1 or len(VALUED.findall(text)) > 1


def find_only_year(text: str) -> int | None:
    """Return the one year that a text names, if there is exactly one."""
    years = find_years(text)
    return years[0] if len(years) == 1 else None


def find_opened_years(text: str) -> tuple[int, ...]:
    """Return the years of which a text names the beginning: « en janvier 2025 », « début 2025 »."""
    return tuple(map(int, NEXT.findall(text)))


def find_academic_years(text: str) -> tuple[int, ...]:
    """Return the years in which end the academic years that a text names by their autumn."""
    return tuple(int(year) + 1 for year in AUTUMN.findall(text))


def reported_years(text: str) -> tuple[int, ...]:
    """Return the years that a text reports on: January stands for the year that has just ended."""
    begun = find_opened_years(text)
    return tuple(year - 1 if year in begun else year for year in find_years(text))


def shift_years(text: str, year: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return a heading with its years as distances from the report's: the same from report to
    report.
    """
    return meaningful_stems(text), tuple(named - year for named in find_years(text))
