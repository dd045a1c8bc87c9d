"""Renders an imported draft through `report.graphql`, so that the import can count its words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

from reports.content.models.page_document import read_body
from reports.content.rendering import RenderedBlock, RenderedReport, register_renderer
from reports.core.text.notes import print_mark
from reports.core.text.rich_text import plain
from reports_graphql.printed_texts import Leaf, iterate_block_leaves

if TYPE_CHECKING:
    from reports.content.models import AnnualReportPage

MARK = re.compile(r'<sup><a href="#note-([0-9]+)"[^<>]*>[0-9]+</a></sup>')


def register() -> None:
    register_renderer(render)


def render(report: "AnnualReportPage") -> RenderedReport:
    """Return the texts of a draft as the answer gives them."""
    # the schema is made of all models and takes long: commands that import nothing go without it
    answer = import_string("reports_graphql.draft_answer.answer_draft")(report)
    ids = {note.number: note.id for note in read_body(report).notes}
    return RenderedReport(
        answer["heroTitle"],
        {block["id"]: render_block(block, ids) for block in answer["body"]},
        {ids[note["number"]]: note["content"]["text"] for note in answer["notes"]},
    )


def render_block(block: dict[str, Any], note_ids: Mapping[int, str]) -> RenderedBlock:
    texts, with_data = (
        tuple(read_leaf(leaf, note_ids) for leaf in iterate_block_leaves(block, shows_data))
        for shows_data in (False, True)
    )
    return RenderedBlock(texts, with_data)


def read_leaf(leaf: Leaf, note_ids: Mapping[int, str]) -> str:
    """Return a text of an answer; one that calls notes, with their marks as a file prints them."""
    holder, name = leaf
    html = str(holder.get("html", ""))
    if not MARK.search(html):
        return str(holder[name])
    return plain(MARK.sub(lambda mark: print_mark(note_ids[int(mark[1])]), html))
