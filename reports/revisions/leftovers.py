"""What a stored body says that the blocks of today do not take up: told, never dropped silently."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.blocks.stored import leaves
from reports.richtext import plain

TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Leftover:
    """Words of a block, by the name that it was stored under. `label` is what a block that is
    known is called today, else "".
    """

    kind: str
    label: str
    text: str

    @property
    def title(self) -> str:
        if self.label:
            return f"{self.label} : contenu d’un ancien modèle"
        return f"Bloc d’un ancien modèle « {self.kind} »" if self.kind else "Contenu illisible"


def leftovers(body: Any) -> list[Leftover]:
    """The leftovers of a body (a stream value) as it was loaded."""
    raw_text = getattr(body, "raw_text", None)
    whole = [Leftover("", "", readable([raw_text]))] if raw_text and raw_text.strip() else []
    found = (left(body, raw, fitted) for raw, fitted in getattr(body, "misfits", ()))
    return whole + [leftover for leftover in found if leftover.text]


def left(body: Any, raw: Any, fitted: Any) -> Leftover:
    """What is left of one block of which `fitted` was taken up, if anything."""
    kind = str(raw.get("type") or "") if isinstance(raw, dict) else ""
    block = body.stream_block.child_blocks.get(kind)
    return Leftover(kind, str(block.label) if block else "", readable(missing(raw, fitted)))


def missing(raw: Any, fitted: Any) -> Iterator[str]:
    """The texts of `raw` of which some word is not in `fitted`."""
    there = Counter(token for text in leaves(fitted) for token in TOKEN.findall(text))
    for text in leaves(raw):
        wanted = Counter(TOKEN.findall(text))
        if wanted <= there:
            there -= wanted
        else:
            yield text


def readable(texts: Any) -> str:
    """Texts as one line, rich text without its tags."""
    return " · ".join(" ".join(plain(text).split()) or text for text in texts)
