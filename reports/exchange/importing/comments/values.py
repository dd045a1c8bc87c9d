"""Parses the single values of a comment, each with a check of its kind."""

import re
from dataclasses import replace
from typing import Any

from reports.core.document.part import Part
from reports.core.refusal import Refusal
from reports.core.text.addresses import is_safe
from reports.core.text.rich_text import sanitise_html
from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.draft import Named
from reports.exchange.importing.findings import Notice

Path = tuple[str | int, ...]
UNKNOWN = "nom inconnu, laissé de côté"
KEY = re.compile(r"[\w.-]{1,64}", re.ASCII)
RECORD = re.compile(r"[\w.-]{1,120}")
MAX_LINE_LEVEL = 9  # level of a line
ACTIVE = re.compile(
    r"<\s*+/?+\s*+(?:script|iframe|object|embed|style|svg|form)\b|\son\w++\s*+=|javascript:",
    re.IGNORECASE,
)
STRUCTURE = "Corrigez l’un ou l’autre, ou retirez « {} » du commentaire."


class Values:
    """Parses values; `keys` has the ids of the comment, `notices` a warning per ignored value."""

    def __init__(self, comment: BlockComment) -> None:
        self.comment = comment
        self.keys: list[tuple[Path, str]] = []
        self.notices: list[Notice] = []

    def notice(self, message: str, *path: str | int) -> None:
        place = ", ".join(str(each + 1 if isinstance(each, int) else each) for each in path)
        text = f"commentaire « bilan » ({place}) : {message}."
        self.notices.append(Notice(self.comment.line, text))

    def take_key(self, given: dict[str, Any], path: Path) -> None:
        """Record the id of an object. Raises `Refusal` if it cannot be an id."""
        key = given.get("id")
        if key is None:
            return
        if not isinstance(key, str) or not KEY.fullmatch(key):
            raise self.comment.refusal("« id » n’est pas un identifiant.", *path)
        self.keys.append((path, key))

    def text(self, given: Any, path: Path) -> str:
        if not isinstance(given, str):
            raise self.comment.refusal("un texte est attendu.", *path)
        return given

    def mapping(self, given: Any, path: Path) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise self.comment.refusal("un objet est attendu, entre accolades.", *path)
        return given

    def listing(self, given: Any, path: Path) -> list[Any]:
        if not isinstance(given, list):
            raise self.comment.refusal("une liste est attendue, entre crochets.", *path)
        return given

    def count_refusal(self, stated: int, printed: int, path: Path) -> Refusal:
        what = str(path[-1])
        return self.comment.refusal(
            f"« {what} » en décrit {stated}, il y en a {printed} au-dessous. "
            + STRUCTURE.format(what),
            *path[:-1],
        )

    def address(self, given: Any, path: Path) -> str:
        """Return an address; "", with a notice, if it could run a script."""
        address = self.text(given, path)
        if not is_safe(address):
            self.notice("lien exécutable neutralisé", *path)
            return ""
        return address

    def rich_text(self, given: Any, path: Path) -> str:
        """Return sanitised HTML, with a notice if it contained scripts."""
        html = self.text(given, path)
        if ACTIVE.search(html):
            self.notice("contenu exécutable retiré", *path)
        return sanitise_html(html)

    def figure(self, given: Any, read: Any, path: Path) -> str | dict[str, str]:
        """Return a figure in stored form; without `raw`, it has the expression in the text."""
        if isinstance(given, str):
            return given
        given = self.mapping(given, path)
        for name in given.keys() - {"raw", "read_as"}:
            self.notice(UNKNOWN, *path, name)
        raw = given.get("raw", read["raw"] if isinstance(read, dict) else read or "")
        read_as = given.get("read_as")
        raw = self.text(raw, (*path, "raw"))
        if read_as is None:
            return raw
        return {"raw": raw, "read_as": self.text(read_as, (*path, "read_as"))}

    def reference(self, kind: str, given: Any, read: Any, path: Path) -> Named | None:
        """Return the named record: its key, perhaps with its name."""
        if given is None:
            return None
        name = ""
        if isinstance(given, dict):
            name = self.text(given.get("name", ""), (*path, "name"))
            given = given.get("key")
        if not isinstance(given, str) or not RECORD.fullmatch(given):
            raise self.comment.refusal("l’identifiant d’une fiche est attendu.", *path)
        if isinstance(read, Named):
            return replace(read, key=given, name=name or read.name)
        return Named(kind, name, given, line=self.comment.line)

    def setting(self, part: Part, given: Any, path: Path) -> Any:
        """Return a setting of the type that the part declares."""
        if part.reads is tuple:
            return [self.text(each, path) for each in self.listing(given, path)]
        if part.reads is bool:
            if not isinstance(given, bool):
                raise self.comment.refusal("« true » ou « false » est attendu.", *path)
            return given
        if part.reads is int:
            if type(given) is not int or not 1 <= given <= MAX_LINE_LEVEL:
                message = f"un nombre de 1 à {MAX_LINE_LEVEL} est attendu."
                raise self.comment.refusal(message, *path)
            return given
        text = self.text(given, path)
        if part.choices and text not in part.choices:
            choices = ", ".join(part.choices)
            raise self.comment.refusal(f"l’un de ces mots est attendu : {choices}.", *path)
        return text
