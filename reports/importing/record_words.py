"""What front matter says of pictures and records themselves: credits and definitions.

They are given to what the import makes. What is here already stays as it is.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reports.importing.findings import Refusal
from reports.importing.source import Source
from reports.models import Picture
from reports.validation import lengths

CREDITS, DEFINITIONS = "credits", "definitions"
DEFINED = ("indicator", "term")
"""The kinds of records that have a definition."""
LONGEST_CREDIT = int(Picture._meta.get_field("credit").max_length or 0)


def read_credits(origin: Source) -> dict[str, str]:
    """Return the credits of pictures by the name of the file. Raises `Refusal`."""
    credits = read_texts(origin, CREDITS, origin.front.get(CREDITS), LONGEST_CREDIT)
    return {PurePosixPath(path).name: credit for path, credit in credits.items()}


def read_definitions(origin: Source) -> dict[tuple[str, str], str]:
    """Return the definitions of records by their kind and key. Raises `Refusal`."""
    found = {}
    for kind, listed in read_mapping(origin, DEFINITIONS, origin.front.get(DEFINITIONS)).items():
        if kind not in DEFINED:
            known = ", ".join(DEFINED)
            raise refuse(origin, DEFINITIONS, f"nomme un genre inconnu ; sont connus : {known}")
        for key, words in read_texts(origin, DEFINITIONS, listed, lengths.RICH_TEXT).items():
            found[kind, key] = words
    return found


def read_texts(origin: Source, name: str, given: Any, longest: int) -> dict[str, str]:
    """Return texts by their names; refuse what a database does not keep."""
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
