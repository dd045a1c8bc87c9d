"""Splits a line into the words before its leading figure, the figure, and the words after it."""

import re
from typing import NamedTuple

from reports.core.figures.grammar import MAX_DIGITS, YEAR, Language, plain
from reports.core.figures.languages import language_of
from reports.core.figures.locale import current_locale
from reports.core.figures.parts import Qualifier, State, Unit
from reports.core.figures.reading import can_be_read_two_ways, parse


class Phrase(NamedTuple):
    """A line split into the words before its figure, the figure as typed, and the words after.

    The three joined are the line. Without a figure, `before` has the whole line.
    """

    before: str
    expression: str
    after: str

    @property
    def is_led(self) -> bool:
        """Whether the text begins with its figure."""
        return bool(self.expression) and not self.before.strip()


# What a name, a year or a day may look like: no spaces, no unit, no qualifier.
_BARE = re.compile(r"[0-9.,/-]+(?:x|\ (?:à|to|-|of|sur)\ [0-9]+)?")
_SHARE = re.compile(r"\ (?:of|sur)\ ")
_APART = re.compile(r"[^-]+\ -\ [^-]+")  # a range with spaces around its dash
_NOUN = re.compile(
    r"\ (?!(?:en|au|aux|de|du|des|dans|sur|pour|par|et|ou|selon|in|of|to|on|at|by|for|from|and|or"
    r"|with|avec)\b)[a-zà-ÿ]{2,}"
)
_ALL_OF = re.compile(
    r"\ (?:des|du|de\ (?:la|l'|nos|ces|ses|leurs)|of\ (?:the|all|our|its|their))\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"\s*(?:[*†‡¹²³]{1,3}|\([0-9a-z]\)|\[[0-9a-z]{1,2}\])\s*")  # of a note
_DEGREES = re.compile(r"\ ?°")
_RATES = (Unit.PERCENT, Unit.POINT)
_ENUMERATOR = re.compile(r"\s*[0-9]{1,3}/\ ")
_CONTEXT_CHARACTERS = 40  # characters before a number in which its name is looked for
_LONE_M = re.compile(r"[^€£$]*[0-9]m")
_LABEL_ENDS = re.compile(r"[^():\n]{0,60}\)\s?:\s")
_COLON = re.compile(r":\s")
_WORD = re.compile(r"[\w.,]*+(?:(?<=\d)\ \d{3}(?!\d))*+")  # with the thousands of its number
_PAST_YEAR = re.compile(r"1[0-9]{3}")
_AMOUNT_AFTER = re.compile(r"\ ?:\ [^\w\s]?[0-9]")
_CLOCK = re.compile(r"\b(?:à|dès|vers|avant|après)\s++$", re.IGNORECASE)
_PAIR = re.compile(r"[-+]?[0-9]+[.,][0-9]+\ ?[,;]\ [-+]?[0-9]+[.,][0-9]+")  # of coordinates
_HOUR = re.compile(r"[0-9]{1,2}\ ?h(?:eures?)?")


def split(text: str) -> Phrase:
    """Finds the one leading figure of a printed line; nothing is lost, white space included.

    The leftmost expression that reads as a number wins, at its longest: with its qualifier, scale
    and unit; one in the brackets of a label gives way to that after the colon: Staff (12 FTE): £3m;
    so does any in words before it, where a figure after the only colon ends the line:
    Part des plus de 50 ans : 34 %.
    `ND` or `N/A` counts where it follows the last colon alone. A text that is one
    figure from end to end is that figure, a year included. Where a number is only a part of what
    the text says (12 h 30, un ménage sur 3, entre 3 mois et 2 ans), all of it is words. Otherwise
    these numbers are words:

    - two decimal numbers and nothing else (48,85 ; 2,35), as of a place on a map;
    - calendar years, and days before a month; a count that might be a year wants its space (2 000);
      before a colon and an amount, years of any century (vers 1735 : 48 000 €);
    - numbers glued to letters, hyphens, slashes, a degree sign (H1, COVID-19, 7j/7, n°352);
    - badly grouped numbers (telephones), times of the day, marks of notes;
    - numbers after a dash and a space that open a line with more words: nobody knows whether the
      dash is a minus (– 38 M€ – ouverture en 2036, - 45 services); rates after a hyphen are less;
    - two numbers around a dash with spaces, unless they open the line and are of one unit, or
      of one noun (50 – 249 salariés);
    - numbers without spaces after a word in capitals or one that numbers things (FAST 14, RGAA 4.1,
      section 3), or between the first word and a colon (Action 2 :).
    """
    if _is_figure(whole := text.strip()):
        return _cut(text, text.index(whole), whole)
    if _PAIR.fullmatch(plain(whole)):
        return Phrase(text, "", "")
    label, colon, tail = text.rpartition(":")
    if colon and _is_figure(absent := tail.strip()) and not parse(absent).is_number:
        return _cut(text, text.index(absent, len(label)), absent)
    first = _find_first(text)
    is_led = first is not None and not text[: first.start].strip()
    if not is_led and _ends_in_figure(label, colon, tail):
        return _cut(text, text.index(absent, len(label)), absent)
    if first is None or not first.is_whole or _is_after_dash(text, first):
        return Phrase(text, "", "")
    start, end = _find_after_label(text, first) or (first.start, first.end)
    return _cut(text, start, text[start:end])


def _ends_in_figure(label: str, colon: str, tail: str) -> bool:
    """Whether a line is one label and its figure: « Élèves de 3 ans et plus : 120 »."""
    number = tail.strip()
    is_last = bool(colon) and _COLON.search(label) is None and tail[:1].isspace()
    if not is_last or not _is_figure(number) or YEAR.fullmatch(number):
        return False
    surroundings = language_of(current_locale()).surroundings
    return number[0] != "(" or surroundings.balance.search(f"{label}: ") is not None


def _is_after_dash(text: str, first: "_Found") -> bool:
    """Whether a dash and a space stand before the number of a line with more words."""
    if text.startswith(("– ", "— "), first.start):
        return not text[first.start + 2].isalpha()
    if not text.startswith("- ", first.start) or text[: first.start].strip():
        return False
    figure, after = parse(text[first.start : first.end]), plain(text[first.end :])
    is_rate = figure.unit in _RATES and not _ALL_OF.match(after)
    has_words = _LETTER.search(after) is not None and not _DEGREES.match(after)
    return figure.qualifier is Qualifier.CHANGE and has_words and not is_rate


def _find_after_label(text: str, first: "_Found") -> tuple[int, int] | None:
    """Return where the figure stands that leads what is said after a label, if a figure in the
    brackets of the label comes first.
    """
    is_inside = text.rfind("(", 0, first.start) > text.rfind(")", 0, first.start)
    label = _LABEL_ENDS.match(text, first.end) if is_inside else None
    led = _find_first(text[label.end() :]) if label else None
    if label is None or led is None or not led.is_whole:
        return None
    start, end = label.end() + led.start, label.end() + led.end
    return None if text[label.end() : start].strip() else (start, end)


def find_unread(text: str) -> int:
    """Return where the words go on after what keeps `split` from reading a figure, 0 for nothing.

    That is a number which is only a part of what the text says; figures may follow it.
    """
    first = _find_first(text)
    return 0 if first is None or first.is_whole else first.end


class _Found(NamedTuple):
    """A figure found in a text; `is_whole` is false if it is only a part of what the text says."""

    start: int
    end: int
    is_whole: bool


def _find_first(text: str) -> _Found | None:
    readable, language = plain(text), language_of(current_locale())
    patterns: list[re.Pattern[str]] = []
    for place in language.start.finditer(readable):
        patterns = patterns or [each.pattern for each in language.forms if each.needs in readable]
        position = place.start()
        for pattern in patterns:
            match = pattern.match(readable, position)
            if not match:
                continue
            start, end = match.span()
            if _is_said(readable, start, end, language):
                if not _is_a_part(readable, start, end, language):
                    return _Found(start, end, True)
                rest = language.surroundings.continuation.match(readable, end)
                return _Found(start, _end_of_word(readable, rest.end() if rest else end), False)
            if _is_unclear(match[0]):
                return _Found(start, end, False)
    return None


def _end_of_word(text: str, position: int) -> int:
    return _WORD.match(text, position).end()  # type: ignore[union-attr]


def _is_a_part(text: str, start: int, end: int, language: Language) -> bool:
    """Whether what looks like a figure there is only a part of what the text says."""
    surroundings = language.surroundings
    if text[start] == "(":
        return not _is_loss(text, start, end, language)
    unit = parse(text[start:end]).unit
    if unit in surroundings.levels and surroundings.levels[unit].match(text, end):
        return False
    return bool(
        surroundings.continuation.match(text, end)
        or surroundings.lead_in.search(text, max(0, start - _CONTEXT_CHARACTERS), start)
        or (
            parse(text[start:end]).qualifier is Qualifier.RANGE
            and surroundings.growth.search(text, max(0, start - _CONTEXT_CHARACTERS), start)
        )
        or (_LONE_M.fullmatch(text, start, end) and surroundings.metres.match(text, end))
        or (_HOUR.fullmatch(text, start, end) and _CLOCK.search(text, max(0, start - 8), start))
        or (
            len(text) <= MAX_DIGITS
            and (text[:start].strip(), text[end:].strip()) == ("(", ")")
            and text[start] not in "+-"
        )
    )


def _is_loss(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the words around an amount in brackets say that it is a loss."""
    surroundings = language.surroundings
    is_labelled = surroundings.balance.search(text, 0, start) is not None
    is_alone = not text[:start].strip() and _MARK.fullmatch(text, end) is not None
    is_last = is_labelled and not text[end:].strip()
    return bool(surroundings.loss.match(text, end)) or is_alone or is_last


def _is_unclear(expression: str) -> bool:
    """Whether an expression is a figure that nobody can read: in $, or one of two notations."""
    return "$" in expression or can_be_read_two_ways(expression, current_locale())


def _cut(text: str, start: int, expression: str) -> Phrase:
    return Phrase(text[:start], expression, text[start + len(expression) :])


def _is_figure(expression: str) -> bool:
    # Measured first, for readings are cached and texts are long.
    return len(expression) <= MAX_DIGITS and parse(expression).state not in (
        State.TEXT,
        State.EMPTY,
    )


def _is_said(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the expression there in a plain text is a figure, not a year, a name or a day."""
    expression, surroundings = text[start:end], language.surroundings
    if not _is_figure(expression) or (start == 0 and _ENUMERATOR.match(expression)):
        return False
    if text[start] == "(" and not parse(expression).currency:
        return _is_loss(text, start, end, language)
    if _APART.fullmatch(expression) and not _is_one_range(text, start, end):
        return False
    return not _BARE.fullmatch(expression) or not (
        YEAR.fullmatch(expression)
        or (_PAST_YEAR.fullmatch(expression) and _AMOUNT_AFTER.match(text, end))
        or surroundings.named.search(text, max(0, start - _CONTEXT_CHARACTERS), start)
        or ((label := surroundings.label.match(text)) and start < label.end())
        or surroundings.month.match(text, end)
        or surroundings.names.match(text, end)
        or (
            text[start - 1 : start] == "("
            and text[end : end + 1] == ")"
            and not _SHARE.search(expression)
        )
    )


def _is_one_range(text: str, start: int, end: int) -> bool:
    """Whether two numbers around a dash with spaces open a line and are of one unit or one noun.

    A small number before one that is far larger may be that of a section: 5 – 120 agents.
    """
    figure = parse(text[start:end])
    first, last = figure.value or 0, figure.value_to or 0
    is_section = 0 < first < 100 and last > 10 * first
    is_counted = figure.unit or figure.has_scale or _NOUN.match(text, end)
    return bool(is_counted) and not is_section and not text[:start].strip()
