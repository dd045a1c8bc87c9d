"""Durations of several units, as sentences print them: « 11 min 20 s », « 4 h 35 »."""

import re
from decimal import Decimal

MINUTE, HOUR = 60, 3600  # seconds
DURATION = (
    r"(?:\d{1,3}\s?h(?:ours?|eures?|rs?)?(?:\s?\d{1,2}(?:\s?min(?:utes?)?)?)?"
    r"|\d{1,3}(?:[.,]\d)?\s?min(?:ute)?s?(?:\s\d{1,2}(?:\s?s(?:ec(?:onde?)?s?)?)?)?)"
)
PARTS = re.compile(
    r"(?:(?P<hours>\d{1,3})\s?h\w*\s?)?(?:(?P<minutes>\d{1,3}(?:[.,]\d)?)(?:\s?min\w*)?\s?)?"
    r"(?:(?P<seconds>\d{1,2})(?:\s?s\w*)?)?",
    re.IGNORECASE,
)


def read_duration(text: str) -> Decimal | None:
    """Return the seconds of a duration; None if the text is none."""
    if not re.fullmatch(DURATION, text.strip(), re.IGNORECASE):
        return None
    found = PARTS.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = (
        Decimal((found[name] or "0").replace(",", ".")) for name in ("hours", "minutes", "seconds")
    )
    return hours * HOUR + minutes * MINUTE + seconds
