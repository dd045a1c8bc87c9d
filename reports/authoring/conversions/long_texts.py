"""Texts that a form would refuse: they are named before a block is read as another type."""

from collections.abc import Iterator, Sequence

from reports.content.validation import lengths
from reports.core.conversion.leaves import name_place, read_text
from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.part import Role
from reports.core.document.traversal import visit_document

MOST_CHARACTERS = {
    Role.TEXT: lengths.LINE,
    Role.FIGURE: lengths.LINE,
    Role.CELL: lengths.CELL,
    Role.ROW_HEAD: lengths.CELL,
    Role.COLUMN: lengths.CELL,
}
QUOTED = 40  # characters of a long text


def list_long_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a sentence for each text that is longer than the form of its block accepts."""
    for visit in visit_document(Document(tuple(blocks))):
        most = MOST_CHARACTERS.get(visit.part.role, 0)
        text = read_text(visit)
        if most and len(text) > most:
            yield (
                f"{name_place(visit)} : « {text[:QUOTED].rstrip()}… » a {count(len(text))} signes,"
                f" {count(most)} au plus : à raccourcir avant d’enregistrer."
            )


def count(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
