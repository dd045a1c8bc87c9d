"""Finds texts of a converted block that are too long for its form."""

from collections.abc import Iterator, Sequence

from reports.content.validation import lengths
from reports.core.conversion.leaves import name_place, read_text
from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.part import Role
from reports.core.document.traversal import visit_document
from reports.core.text.french_spaces import format_count

MAX_CHARACTERS = {
    Role.TEXT: lengths.MAX_LINE_CHARACTERS,
    Role.FIGURE: lengths.MAX_LINE_CHARACTERS,
    Role.CELL: lengths.MAX_CELL_CHARACTERS,
    Role.ROW_HEAD: lengths.MAX_CELL_CHARACTERS,
    Role.COLUMN: lengths.MAX_CELL_CHARACTERS,
}
MAX_QUOTE_CHARACTERS = 40  # characters of a long text


def list_long_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a sentence for each text that is longer than the form of its block accepts."""
    for visit in visit_document(Document(tuple(blocks))):
        most = MAX_CHARACTERS.get(visit.part.role, 0)
        text = read_text(visit)
        if most and len(text) > most:
            quoted = f"« {text[:MAX_QUOTE_CHARACTERS].rstrip()}… »"
            length, limit = map(format_count, (len(text), most))
            yield (
                f"{name_place(visit)} : {quoted} a {length} signes, {limit} au plus : à raccourcir "
                "avant d’enregistrer."
            )
