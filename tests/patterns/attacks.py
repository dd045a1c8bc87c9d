"""Texts against which a pattern with too many ways to match takes its time."""

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MAX_PAIRS = 25  # pairs of one pattern that are tried
COMMON = ("a", " ", "1", "<", "<a ", "1 ", "a ", "\n", ".", "aA", "(", '"')
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)

CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: " ",
}
CANDIDATES = "a1 A,.-<é(\"'=/\n_#:;%€«\t"


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of a length: what the pattern begins with, then what it can match again and again, up
    to an end that it cannot match.
    """
    for start, piece in list(dict.fromkeys(filter(all_but_start, pieces_of(pattern))))[:MAX_PAIRS]:
        text = start + piece * ((length - len(start)) // len(piece))
        yield text
        yield text[: length - 1] + "\0"


def all_but_start(pair: tuple[str, str]) -> bool:
    return bool(pair[1])


def pieces_of(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Pairs of what stands once and what is repeated after it."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    whole = sample(tree)
    yield "", whole
    yield from repeats(tree, "")
    yield from (("", whole[: len(whole) // 2]), ("", whole[:1]), ("", whole[-1:]))
    yield from (("", start) for start in starts(tree))
    yield from (("", piece) for piece in COMMON)


def starts(tree: Any) -> Iterator[str]:
    """What the first items match, one more at a time: near matches that fail at each end."""
    items = list(tree)
    for end in range(1, min(len(items), 9)):
        yield sample(items[:end])


def repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """What each repeated part matches, after what stands before it, and with it."""
    items = list(tree)
    for place, (code, argument) in enumerate(items):
        start = before + sample(items[:place])
        if code in REPEATS:
            once = sample(argument[2])
            yield from ((start, once), ("", once), ("", start + once))
            yield from repeats(argument[2], start)
        elif code is codes.SUBPATTERN:
            yield from repeats(argument[3], start)
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from repeats(branch, start)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from repeats(argument[1], start)
        elif code is codes.ATOMIC_GROUP:
            yield from repeats(argument, start)


def sample(items: Any) -> str:
    """A text that the items match, or nearly: assertions and back references are left out."""
    return "".join(map(character, items))


def character(item: Any) -> str:
    code, argument = item
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return member(argument)
    if code in REPEATS:
        return sample(argument[2]) * min(max(argument[0], 1), 40)
    if code is codes.SUBPATTERN:
        return sample(argument[3])
    if code is codes.ATOMIC_GROUP:
        return sample(argument)
    if code is codes.BRANCH:
        return sample(argument[1][0])
    if code is codes.GROUPREF_EXISTS:
        return sample(argument[1])
    return ""


def member(choices: Any) -> str:
    if choices[0][0] is codes.NEGATE:
        excluded = re.compile("[" + "".join(map(written, choices[1:])) + "]")
        return next((c for c in CANDIDATES if not excluded.match(c)), "☃")
    code, argument = choices[0]
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.RANGE:
        return chr(argument[0])
    return CATEGORIES.get(argument, "a")


def written(choice: Any) -> str:
    """A member of a set, as a pattern writes it."""
    code, argument = choice
    if code is codes.LITERAL:
        return re.escape(chr(argument))
    if code is codes.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    names = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}
    opposite = {
        codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_NOT_WORD: r"\W",
    }
    return {**names, **opposite}[argument]


def is_bounded(pattern: re.Pattern[str]) -> bool:
    """Whether nothing in a pattern repeats without an end: it looks a few times at each place."""
    return not any(endless(parser.parse(pattern.pattern, pattern.flags)))


def endless(items: Any) -> Iterator[bool]:
    for code, argument in items:
        if code in REPEATS:
            yield argument[1] is codes.MAXREPEAT
            yield from endless(argument[2])
        elif code is codes.SUBPATTERN:
            yield from endless(argument[3])
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from endless(branch)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from endless(argument[1])
        elif code is codes.ATOMIC_GROUP:
            yield from endless(argument)
        elif code is codes.GROUPREF_EXISTS:
            yield from endless(argument[1])
            yield from endless(argument[2] or ())
