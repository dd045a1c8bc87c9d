"""Parses durations as sentences print them, in one or two units: « 11 min 20 s », « 4 h 35 »."""

import re
from decimal import Decimal

MINUTE, HOUR = 60, 3600  # seconds
# More than 59 minutes or seconds too, where a slip makes them so
WHOLE = r"(?:\d{1,3}(?: \d{3}){1,3}|\d{1,9})"
DURATION = (
    rf"(?:{WHOLE}\s?h(?:ours?|eures?|rs?)?(?:\s?{WHOLE}(?:\s?min(?:utes?)?)?)?"
    rf"|{WHOLE}(?:[.,]\d)?\s?min(?:ute)?s?(?:\s{WHOLE}(?:\s?s(?:ec(?:onde?)?s?)?)?)?)"
)
PARTS = re.compile(
    rf"(?:(?P<hours>{WHOLE})\s?h\w*\s?)?(?:(?P<minutes>{WHOLE}(?:[.,]\d)?)(?:\s?min\w*)?\s?)?"
    rf"(?:(?P<seconds>{WHOLE})(?:\s?s\w*)?)?",
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
        Decimal((found[name] or "0").replace(",", ".").replace(" ", ""))
        for name in ("hours", "minutes", "seconds")
    )
    return hours * HOUR + minutes * MINUTE + seconds
