"""Years as reports name them."""

import re
from functools import lru_cache

from reports.checks.comparing.subject import stemmed
from reports.checks.reading.statement import KEPT

YEAR = re.compile(
    r"(?<!\d)(?<!\d[ \u00a0\u202f.,])(?:199\d|200[1-9]|20[1-4]\d)(?!\d|[.,]\d|\s?[%€])"
)
NEXT = re.compile(
    r"\b(?:(?:1\s?er\s|\d+\s)?janvier|début(?:\s(?:de\s)?l[’'ʼ]année)?)\s(?:de\s)?(20\d\d)\b",
    re.IGNORECASE,
)
COMPARING = re.compile(
    r"\b(?:depuis|comme|contre|par rapport|avant|dès|lois?|décrets?|arrêtés?|ordonnances?"
    r"|circulaires?|précéden\w+|historique|histoire|évolution|rappel|compar\w+|créée?s?|née?s?"
    r"|lancement|entre|qu[’'ʼ]en|hausse|baisse|progress\w+|augment\w+"
    r"|de (?:19|20)\d\d à|jusqu\w*|à partir|au regard|face à)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:objectifs?|cibles?|plf|prév\w+|prochaine?s?|horizon|rentrée|perspectives?|priorités?"
    r"|feuilles? de route|venir|d[’'ʼ]ici|suites?|ambitions?|attend\w*|demain|vis\w+|sera|seront"
    r"|continue\w*|poursui\w+|pour|budget|programm\w+|plans?|stratégi\w+|projets? de loi)\b",
    re.IGNORECASE,
)


@lru_cache(KEPT)
def years(text: str) -> tuple[int, ...]:
    """The distinct years that a text names, in order."""
    return tuple(dict.fromkeys(map(int, YEAR.findall(text))))


def only(text: str) -> int | None:
    """The one year that a text names, if there is exactly one."""
    found = years(text)
    return found[0] if len(found) == 1 else None


def opens(text: str) -> tuple[int, ...]:
    """The years of which a text names the very beginning: « en janvier 2025 », « début 2025 »."""
    return tuple(map(int, NEXT.findall(text)))


def told(text: str) -> tuple[int, ...]:
    """The years that a text tells of: January stands for the year that has just ended."""
    begun = opens(text)
    return tuple(year - 1 if year in begun else year for year in years(text))


def shifted(text: str, year: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A heading with its years as distances from the report's: the same from report to report."""
    return stemmed(text), tuple(found - year for found in years(text))
