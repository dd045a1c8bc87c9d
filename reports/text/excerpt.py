"""What a reader sees of a text that was found: the words around the first match."""

from collections.abc import Iterable

from reports.text.stems import split_into_stems

LENGTH, BEFORE = 200, 60  # characters, of which so many before the match
CUT = "…"


def excerpt(text: str, words: Iterable[tuple[str, ...]]) -> str:
    """At most `LENGTH` characters of `text` around the first word asked for, cut at words.

    Only an ordinary space is a place to cut: « 18 000 » and « 17,4 % » stay whole.
    """
    if len(text) <= LENGTH:
        return text
    stems = {stem for word in words for stem in word}
    first = next(
        (word.start for word in split_into_stems(text) if stems.intersection(word.stems)), 0
    )
    room = LENGTH - 2 * len(CUT)
    start = max(0, min(first - BEFORE, len(text) - room))
    if start:
        space = text.find(" ", start, first)
        start = start if space < 0 else space + 1
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", first, end + 1)
        end = end if space <= start else space
    passage = text[start:end].strip(" ")
    return f"{CUT if start else ''}{passage}{CUT if end < len(text) else ''}"
