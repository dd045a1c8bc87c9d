"""Verifies an exported Markdown file by reading it as the import does."""

from pathlib import Path

from reports.core.document import Document
from reports.core.refusal import Refusal
from reports.exchange.exporting.formats import ExportFailed
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.fidelity import compare_words, list_visible_words
from reports.exchange.importing.loss import list_draft_words
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import read_source


def require_same(document: Document, path: Path) -> None:
    """Raise `ExportFailed` unless the import reads the blocks of the document in the file."""
    try:
        origin = read_source(path)
        found = recognise(origin, None)
    except Refusal as refusal:
        raise ExportFailed(f"L’export ne se relit pas : {refusal}") from refusal
    for block, draft in zip(document.blocks, found.drafts, strict=False):
        if describe_block(block) != describe_block(build_block(draft)):
            raise ExportFailed(f"L’export ne se relit pas à la ligne {draft.line} : {block.label}.")
    score = compare_words(
        list_visible_words(origin.text, ""), list_draft_words(found.drafts, found.notes)
    )
    if len(found.drafts) != len(document.blocks) or found.damage or score.lost or score.added:
        raise ExportFailed("L’export ne se relit pas en entier.")
