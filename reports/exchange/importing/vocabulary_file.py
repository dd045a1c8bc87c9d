"""Reads a programme's own words for the parts of its reports from a TOML file."""

import tomllib
from dataclasses import fields
from pathlib import Path

from reports.core.refusal import Refusal
from reports.core.text.vocabulary import Vocabulary, default_vocabulary, fold_words

MAX_FILE_BYTES = 100_000  # bytes of a file of words


def read_vocabulary(path: Path) -> Vocabulary:
    """Return the words in a TOML file; lists that it does not have keep their defaults.

    Raises `Refusal` for an unreadable file, an unknown list, or a value that is no list of words.
    """
    try:
        data = path.read_bytes()
        if len(data) > MAX_FILE_BYTES:
            raise Refusal(
                f"{path.name} : plus de {MAX_FILE_BYTES // 1000} Ko, c’est trop pour des mots."
            )
        given = tomllib.loads(data.decode())
    except OSError as error:
        raise Refusal(f"{path.name} : ce fichier ne peut pas être lu.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal(f"{path.name} : ce n’est pas du TOML en UTF-8 ({error}).") from error
    names = [field.name for field in fields(Vocabulary)]
    for name, words in given.items():
        if name not in names:
            raise Refusal(f"{path.name} : « {name} » n’est pas l’une de {', '.join(names)}.")
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise Refusal(f"{path.name} : « {name} » n’est pas une liste de mots.")
    return Vocabulary(
        **{name: fold_words(given[name]) for name in names if name in given}
        | {name: getattr(default_vocabulary(), name) for name in names if name not in given}
    )
