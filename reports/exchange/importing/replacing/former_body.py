"""Reads the body that an import replaces, and says what of it the new one lacks."""

from dataclasses import replace

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.document import Document
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.replacing.former_ids import FormerIds

MAX_NAMED = 10
"""The number of lost places that a notice names; the others are counted."""


def read_former_body(page: AnnualReportPage | None) -> Document:
    """Return the latest draft of a report, with the public blocks that it lacks; of none, nothing.

    An id that is public stays what it is, whatever became of it in the draft.
    """
    if page is None:
        return Document()
    draft = read_body(page.get_latest_revision_as_object())
    known = {block.id for block in draft.blocks}
    public = (block for block in read_body(page).blocks if block.id not in known)
    return replace(draft, blocks=(*draft.blocks, *public))


def describe_lost(former: FormerIds) -> list[Notice]:
    """Return a notice of what the former body had and the new one lacks, if there is anything."""
    if not former.lost:
        return []
    named = " ; ".join(former.lost[:MAX_NAMED])
    more = len(former.lost) - MAX_NAMED
    others = f" ; et {more} de plus" if more > 0 else ""
    return [
        Notice(
            0,
            f"la version remplacée avait ce que ce fichier n’a pas : {named}{others}. Ce qui le "
            "cite ou le corrige n’a plus de source.",
        )
    ]
