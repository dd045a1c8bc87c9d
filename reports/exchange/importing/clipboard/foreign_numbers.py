"""Warns of pasted numbers that are written as in another language than the report's: 133,000."""

import re

from reports.core.figures.grammar import plain
from reports.core.figures.locale import Locale
from reports.core.figures.reading import TWO_WAYS
from reports.exchange.importing.language import MARKUP, NUMBERS, find_language

NUMBER = re.compile(r"\d++(?:[.,]\d++)*+(?:[ \u00a0\u202f]\d{3}(?!\d)(?:[.,]\d++)*+)*+")
NAMES = {"fr": "français", "en": "anglais"}
NOTICE = (
    "« {} » est écrit comme en {}, et ce bilan est en {} : vérifiez comment les nombres collés "
    "sont lus, ou changez la langue du bilan."
)


def find_foreign_numbers(text: str, locale: Locale) -> list[str]:
    """Return a sentence about the first such number, which may be read wrongly."""
    if locale.language not in NAMES:
        return []
    [other] = NAMES.keys() - {locale.language}
    numbers = NUMBER.findall(MARKUP.sub(" ", plain(text)))
    pattern = NUMBERS[locale.language]
    found = next(filter(pattern.search, numbers), None)
    if found is None and find_language(text) == other:
        found = next(filter(TWO_WAYS.search, numbers), None)
    return [NOTICE.format(found, NAMES[other], NAMES[locale.language])] if found else []
