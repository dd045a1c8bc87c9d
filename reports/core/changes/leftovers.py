"""Lists the texts of a stored body that the current block types do not take up.

Comparisons of revisions show these texts, so that nothing is dropped silently.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.core.document.stored_json import iterate_words
from reports.core.text.rich_text import plain

TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Leftover:
    """Text of a stored block that the current block types do not take up.

    `kind` is the type that the block was stored under, `label` the current name of that type, or ""
    if the type is unknown.
    """

    kind: str
    label: str
    text: str

    @property
    def title(self) -> str:
        if self.label:
            return f"{self.label} : contenu d’un ancien modèle"
        return f"Bloc d’un ancien modèle « {self.kind} »" if self.kind else "Contenu illisible"


def find_leftovers(body: Any) -> list[Leftover]:
    """Return the leftovers of a body (a stream value) as it was loaded."""
    raw_text = getattr(body, "raw_text", None)
    whole = [Leftover("", "", join_readable([raw_text]))] if raw_text and raw_text.strip() else []
    leftovers = (
        describe_leftover(body, raw, fitted) for raw, fitted in getattr(body, "unfitted_blocks", ())
    )
    return whole + [leftover for leftover in leftovers if leftover.text]


def describe_leftover(body: Any, raw: Any, fitted: Any) -> Leftover:
    """Return what is left of one block of which `fitted` was taken up, if anything."""
    kind = str(raw.get("type") or "") if isinstance(raw, dict) else ""
    block = body.stream_block.child_blocks.get(kind)
    return Leftover(
        kind, str(block.label) if block else "", join_readable(find_missing(raw, fitted))
    )


def find_missing(raw: Any, fitted: Any) -> Iterator[str]:
    """Yield the texts of `raw` of which some word is not in `fitted`."""
    remaining = Counter(token for text in iterate_words(fitted) for token in TOKEN.findall(text))
    for text in iterate_words(raw):
        words = Counter(TOKEN.findall(text))
        if words <= remaining:
            remaining -= words
        else:
            yield text


def join_readable(texts: Any) -> str:
    """Return texts as one line, rich text without its tags."""
    return " · ".join(" ".join(plain(text).split()) or text for text in texts)
