"""Loads the words by which imports and rules recognise parts of a report (`vocabulary.toml`)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DEFAULTS = Path(__file__).with_suffix(".toml")
TOKEN = re.compile(r"[^\W_]+")
ENDINGS = ("", "e", "s", "es")  # of plurals and feminines
MAX_LABEL_WORDS = 4  # words before a colon

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """Folded words and phrases with one meaning. A phrase ending with `*` matches as a prefix."""

    phrases: tuple[Phrase, ...]

    def are_in(self, text: str) -> bool:
        """Return whether any of these words stands in `text`."""
        tokens = fold_tokens(text)
        return any(
            starts_with(tokens[place:], phrase)
            for phrase in self.phrases
            for place in range(len(tokens))
        )

    def begin(self, text: str) -> bool:
        """Return whether `text` begins with one of these words."""
        tokens = fold_tokens(text)
        return any(starts_with(tokens, phrase) for phrase in self.phrases)

    def split_label(self, text: str) -> tuple[str, str] | None:
        """Return the label and the rest of « Sa mission : aider », or None.

        A label is at most four words before a colon, of which the first or the last are ours.
        """
        label, colon, rest = text.partition(":")
        tokens = fold_tokens(label)
        if not colon or not 0 < len(tokens) <= MAX_LABEL_WORDS:
            return None
        if any(
            starts_with(tokens, phrase) or starts_with(tokens[-len(phrase) :], phrase)
            for phrase in self.phrases
        ):
            return label.strip(), rest.strip()
        return None


@dataclass(frozen=True)
class Vocabulary:
    """The words by which a programme's reports name things, such as « mission » or « budget ».

    The import recognises columns and lists by them. `vocabulary.toml` explains each list.
    """

    mission: Words
    status: Words
    stages: Words
    result: Words
    target: Words
    indicator: Words
    service: Words
    amount: Words
    expense: Words
    criterion: Words
    recipient: Words
    grant: Words
    not_granted: Words
    staff: Words
    incubator: Words
    incubator_names: Words
    department: Words
    glossary: Words
    round: Words
    line_chart: Words
    area_chart: Words
    column_chart: Words
    bar_chart: Words


def fold_tokens(text: str) -> list[str]:
    """Return the words of `text` without case, accents and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return TOKEN.findall("".join(c for c in decomposed if not unicodedata.combining(c)))


def starts_with(tokens: list[str], phrase: Phrase) -> bool:
    """Return whether the first of `tokens` are the words of `phrase`, in any number and gender."""
    return len(tokens) >= len(phrase) and all(map(is_form, tokens, phrase))


def is_form(token: str, word: str) -> bool:
    if word.endswith("*"):
        return token.startswith(word[:-1])
    return token.startswith(word) and token[len(word) :] in ENDINGS


def fold_words(words: list[str]) -> Words:
    phrases = (fold_phrase(word) for word in words)
    return Words(tuple(phrase for phrase in phrases if phrase))


def fold_phrase(word: str) -> Phrase:
    tokens = fold_tokens(word)
    return (*tokens[:-1], tokens[-1] + "*") if tokens and word.endswith("*") else tuple(tokens)


@cache
def default_vocabulary() -> Vocabulary:
    """Return the words that are shipped."""
    given: dict[str, Any] = tomllib.loads(DEFAULTS.read_text(encoding="utf-8"))
    return Vocabulary(**{name: fold_words(words) for name, words in given.items()})


CHOSEN: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def get_vocabulary() -> Vocabulary:
    """Return the words of the import that runs, or the shipped ones."""
    return CHOSEN.get() or default_vocabulary()


@contextmanager
def using_vocabulary(vocabulary: Vocabulary | None) -> Iterator[None]:
    """Recognise what is imported within by these words."""
    token = CHOSEN.set(vocabulary)
    try:
        yield
    finally:
        CHOSEN.reset(token)
