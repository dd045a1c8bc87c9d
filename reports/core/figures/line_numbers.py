"""Finds all numbers of a line, from which an editor may choose the leading figure."""

from reports.core.figures.grammar import Language, plain
from reports.core.figures.languages import language_of
from reports.core.figures.locale import current_locale
from reports.core.figures.parts import State
from reports.core.figures.reading import parse

MAX_NUMBERS = 8  # numbers that are told of one line


def find_numbers(text: str) -> list[tuple[int, int]]:
    """Return where each number of a line begins and ends, years and days included."""
    readable, language = plain(text), language_of(current_locale())
    found: list[tuple[int, int]] = []
    end = 0
    for place in language.start.finditer(readable):
        if place.start() < end:
            continue
        if last := find_end(readable, place.start(), language):
            found.append((place.start(), end := last))
        if len(found) == MAX_NUMBERS:
            break
    return found


def find_end(text: str, start: int, language: Language) -> int:
    """Return where the number ends that begins there, 0 for none."""
    for form in language.forms:
        match = form.needs in text and form.pattern.match(text, start)
        if match and parse(match[0]).state not in (State.TEXT, State.EMPTY):
            return match.end()
    return 0
