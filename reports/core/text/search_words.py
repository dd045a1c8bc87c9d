"""Parses the query of a search into words, each with the stems and prefix that it matches."""

from dataclasses import dataclass

from reports.core.text.stems import Word, normalize_text, read_printed, split_into_words

MIN_PREFIX_LETTERS = 2


@dataclass(frozen=True)
class SearchWord:
    """A word of a search. It matches a word with one of its stems or, if set, with its prefix."""

    stems: tuple[str, ...]
    prefix: str = ""


def parse_search(query: str, prefix: bool = False) -> list[SearchWord]:
    """Return the distinct words of a query; with `prefix`, its last may be cut short."""
    return list(dict.fromkeys(searched for _, searched in place_search_words(query, prefix)))


def place_search_words(query: str, prefix: bool) -> list[tuple[Word, SearchWord]]:
    """Return the words of a query where they stand in its normalised text.

    A word may be cut short where the query ends with it. Words without meaning are left out,
    unless there is nothing else yet: « de » may become « demain ».
    """
    text = normalize_text(query)
    words = list(split_into_words(text))
    placed = [(word, SearchWord(list_stems(word, text))) for word in words if word.stems]
    if prefix and words and words[-1].end == len(text):
        last = words[-1]
        if len(last.folded) >= MIN_PREFIX_LETTERS and (last.stems or not placed):
            kept = placed[:-1] if last.stems else []
            return [*kept, (last, SearchWord(list_stems(last, text), last.folded))]
    return placed


def list_stems(word: Word, text: str) -> tuple[str, ...]:
    """Return the stems of a word of a query in each language that a report may have."""
    _, english = read_printed(text[word.start : word.end], is_english=True)
    return tuple(dict.fromkeys((*word.stems, *english)))
