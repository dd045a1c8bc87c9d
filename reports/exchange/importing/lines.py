"""Finds the lines of a file on which words of the rendered page stand.

The refusal of an import names them beside the words that would be lost.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reports.core.text.words import split_words
from reports.exchange.importing.lexer import TAG
from reports.exchange.importing.source import Source

MAX_WORD_PAIRS = 400_000_000  # pairs of words that may be compared: some seconds


def find_lines(source: Source, seen: Sequence[str], places: Sequence[int]) -> list[int]:
    """Return the line of the file for each word of `seen` at `places`.

    The words of the file without its tags are compared in order with those that a reader sees. A
    word that is not found gets the line of the last found word before it.
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
