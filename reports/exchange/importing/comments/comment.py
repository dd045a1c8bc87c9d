"""Parses one comment of an exported report: `<!-- bilan: {"type": "heading", …} -->`."""

import json
from dataclasses import dataclass
from typing import Any

from reports.core.document import body  # noqa: F401  registers the types of blocks
from reports.core.document.block import BLOCKS
from reports.core.refusal import Refusal

# Characters of one comment: a table of 1,000 rows has some 100,000.
MAX_COMMENT_CHARACTERS = 1_000_000
MAX_TEXT_CHARACTERS = 100_000  # characters of one value
MAX_NESTING = 12  # levels of one comment; a card's fact stands on the seventh
MAX_NUMBER_DIGITS = 9


@dataclass(frozen=True)
class BlockComment:
    """The comment above a block, as parsed JSON, and its place in the file."""

    file: str
    line: int
    data: dict[str, Any]

    @property
    def block_type(self) -> str:
        return str(self.data["type"])

    @property
    def is_whole(self) -> bool:
        """Return whether the comment has the whole block; the text below only repeats its words."""
        return self.data.get("whole") is True

    @property
    def elements(self) -> int | None:
        """Return how many elements below are the block; None if its type decides that."""
        return self.data.get("elements")

    def refusal(self, message: str, *path: str | int) -> Refusal:
        """Return the refusal of this comment, with the place in it: « cards, 2, mission »."""
        place = ", ".join(str(each + 1 if isinstance(each, int) else each) for each in path)
        where = f" ({place})" if place else ""
        return Refusal(f"{self.file}, ligne {self.line} : commentaire « bilan »{where} : {message}")


class Damaged(ValueError):
    """Raised when the JSON of a comment has something that no comment may have."""


def parse_comment(text: str, file: str, line: int) -> BlockComment:
    """Parse the JSON of a comment. Raises `Refusal` for anything that cannot be one."""
    comment = BlockComment(file, line, {})
    if len(text) > MAX_COMMENT_CHARACTERS:
        raise comment.refusal(f"il a plus de {MAX_COMMENT_CHARACTERS} caractères.")
    try:
        data = json.loads(
            text,
            object_pairs_hook=unique_names,
            parse_constant=refuse_number,
            parse_float=refuse_number,
            parse_int=parse_integer,
        )
        check_values(data)
    except json.JSONDecodeError as error:
        raise comment.refusal(
            f"son JSON est abîmé (caractère {error.pos + 1}). Corrigez-le, ou retirez le "
            "commentaire : le texte s’importe aussi sans lui."
        ) from error
    except Damaged as error:
        raise comment.refusal(str(error)) from error
    except RecursionError as error:
        raise comment.refusal("trop de niveaux imbriqués les uns dans les autres.") from error
    return check_head(BlockComment(file, line, data))


def check_head(comment: BlockComment) -> BlockComment:
    """Return a comment that names a block; refuse any other."""
    if not isinstance(comment.data, dict):
        raise comment.refusal("il contient un objet JSON, entre accolades.")
    block_type = comment.data.get("type")
    if not isinstance(block_type, str) or block_type not in BLOCKS:
        raise comment.refusal("« type » ne nomme aucun bloc que cette version connaisse.")
    if not isinstance(comment.data.get("whole", False), bool):
        raise comment.refusal("« whole » est vrai ou faux.")
    elements = comment.elements
    if elements is not None and (type(elements) is not int or elements < 0):
        raise comment.refusal("« elements » est un nombre.")
    return comment


def unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose names are all different."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Damaged("un nom y est donné deux fois dans le même objet.")
    return found


def parse_integer(text: str) -> int:
    if len(text) > MAX_NUMBER_DIGITS:
        raise Damaged("un nombre y est trop grand.")
    return int(text)


def refuse_number(text: str) -> Any:
    raise Damaged(f"« {text[:20]} » n’est pas un nombre entier.")


def check_values(value: Any, depth: int = 0) -> None:
    """Raise `Damaged` for texts that no database can store, and for too long or deep values."""
    if depth > MAX_NESTING:
        raise Damaged("trop de niveaux imbriqués les uns dans les autres.")
    if isinstance(value, str):
        if len(value) > MAX_TEXT_CHARACTERS:
            raise Damaged(f"un texte y a plus de {MAX_TEXT_CHARACTERS} caractères.")
        if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
            raise Damaged("un texte y contient un caractère impossible.")
    for below in value.values() if isinstance(value, dict) else ():
        check_values(below, depth + 1)
    for name in value if isinstance(value, dict | list) else ():
        check_values(name, depth + 1)
