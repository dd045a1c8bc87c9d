"""Parses JSON strictly: no duplicate keys, no fractions, only texts that databases can store."""

import json
from typing import Any

from reports.content.validation import lengths
from reports.core.refusal import Refusal
from reports.exchange.archives.form import MAX_JSON_VALUES

MAX_INTEGER = 2**31 - 1  # the largest that every column takes


class UnusableJson(ValueError):
    """Raised for JSON with a duplicate key, or with a value that no database can store."""


def load_json(name: str, data: bytes, longest: int = lengths.MAX_RICH_TEXT_CHARACTERS) -> Any:
    """Return the value in a file, whose texts may have up to `longest` characters.

    Raises Refusal, which names the file. Values are counted before the JSON is parsed, because they
    take more memory than their bytes.
    """
    if sum(map(data.count, (b"{", b"[", b","))) > MAX_JSON_VALUES:
        raise Refusal(f"{name} : plus de {MAX_JSON_VALUES} valeurs, c’est trop.")
    try:
        value = json.loads(
            data.decode(), object_pairs_hook=make_object, parse_constant=refuse, parse_float=refuse
        )
        check_value(value, longest)
    except UnusableJson as error:
        raise Refusal(f"{name} : {error}.") from error
    except RecursionError as error:
        raise Refusal(f"{name} : trop de niveaux imbriqués les uns dans les autres.") from error
    except ValueError as error:
        raise Refusal(f"{name} : ce n’est pas du JSON en UTF-8.") from error
    return value


def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise UnusableJson("un nom y est deux fois dans le même objet")
    return made


def refuse(number: str) -> Any:
    raise UnusableJson(f"« {number[:20]} » n’est pas un nombre entier")


def check_value(value: Any, longest: int) -> None:
    """Raise UnusableJson for texts and numbers that are too large, or that no database takes."""
    if isinstance(value, dict):
        for key, below in value.items():
            check_value(key, longest)
            check_value(below, longest)
    elif isinstance(value, list):
        for below in value:
            check_value(below, longest)
    elif isinstance(value, str):
        check_text(value, longest)
    elif isinstance(value, int) and abs(value) > MAX_INTEGER:
        raise UnusableJson("un nombre y est trop grand")


def check_text(text: str, longest: int) -> None:
    if len(text) > longest:
        raise UnusableJson(f"un texte y a plus de {longest} caractères")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise UnusableJson("un texte y a des caractères qui n’en sont pas")
