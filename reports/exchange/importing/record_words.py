"""Reads credits of pictures and definitions of records from the front matter of a file.

They are given to pictures and records that the import creates; existing ones are not changed.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reports.content.models import Picture
from reports.content.models.record_kind import list_kinds
from reports.content.validation import lengths
from reports.core.refusal import Refusal
from reports.exchange.importing.source import Source

CREDITS, DEFINITIONS = "credits", "definitions"
MAX_CREDIT_CHARACTERS = int(Picture._meta.get_field("credit").max_length or 0)


def list_defined_kinds() -> list[str]:
    """Return the kinds of records that have a definition."""
    kinds = list_kinds()
    return [k.name for k in kinds if any(f.name == "definition" for f in k.public_fields)]


def read_credits(origin: Source) -> dict[str, str]:
    """Return the credits of pictures by the name of the file. Raises `Refusal`."""
    credits = read_texts(origin, CREDITS, origin.front.get(CREDITS), MAX_CREDIT_CHARACTERS)
    return {PurePosixPath(path).name: credit for path, credit in credits.items()}


def read_definitions(origin: Source) -> dict[tuple[str, str], str]:
    """Return the definitions of records by their kind and key. Raises `Refusal`."""
    found = {}
    for kind, listed in read_mapping(origin, DEFINITIONS, origin.front.get(DEFINITIONS)).items():
        if kind not in list_defined_kinds():
            known = ", ".join(list_defined_kinds())
            raise refuse(origin, DEFINITIONS, f"nomme un genre inconnu ; sont connus : {known}")
        for key, words in read_texts(
            origin, DEFINITIONS, listed, lengths.MAX_RICH_TEXT_CHARACTERS
        ).items():
            found[kind, key] = words
    return found


def read_texts(origin: Source, name: str, given: Any, longest: int) -> dict[str, str]:
    """Return the texts of a mapping; refuse those that a database cannot store."""
    texts = {str(key): value for key, value in read_mapping(origin, name, given).items()}
    for key, text in texts.items():
        if not isinstance(text, str):
            raise refuse(origin, name, f"n’a pas de texte pour « {key[:80]} »")
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise refuse(origin, name, "contient un caractère impossible")
        if len(text) > longest:
            raise refuse(origin, name, f"a un texte de plus de {longest} caractères")
    return texts


def read_mapping(origin: Source, name: str, given: Any) -> Mapping[Any, Any]:
    if given is not None and not isinstance(given, dict):
        raise refuse(origin, name, "n’est pas une liste de noms, chacun avec sa valeur")
    return given or {}


def refuse(origin: Source, name: str, message: str) -> Refusal:
    return Refusal(f"{origin.name}, ligne 2 : « {name} » {message}.")
