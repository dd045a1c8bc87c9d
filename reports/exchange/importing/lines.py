"""The line of the file on which a word of the rendered page stands."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reports.core.text.words import split_words
from reports.exchange.importing.lexer import TAG
from reports.exchange.importing.source import Source

MAX_WORD_PAIRS = 400_000_000  # pairs of words that may be compared: some seconds


def find_lines(source: Source, seen: Sequence[str], places: Sequence[int]) -> list[int]:
    """Return the line of the file of each word of `seen` at `places`.

    The file's own words, tags aside, are compared in order with those that a reader sees. A word
    that is not found is given the line of the last one before it that is.
    """
    numbered = [
        (word, number)
        for number, text in enumerate(source.text.split("\n"), source.first_line)
        for word in split_words(TAG.sub(" ", text))
    ]
    if len(numbered) * len(seen) > MAX_WORD_PAIRS:
        return [source.first_line for _ in places]
    matcher = SequenceMatcher(None, seen, [word for word, _ in numbered])
    lines = [0] * len(seen)
    for start, there, length in matcher.get_matching_blocks():
        for step in range(length):
            lines[start + step] = numbered[there + step][1]
    last = source.first_line
    for place, line in enumerate(lines):
        last = lines[place] = line or last
    return [lines[place] for place in places]
