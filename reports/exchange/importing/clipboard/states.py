"""Converts pasted blocks to the form states that the editor inserts, and describes each."""

import uuid
from typing import Any

from wagtail.blocks import StreamBlock

from reports.content.folding.summary import summarize_block
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.core.document.block import BLOCKS
from reports.exchange.importing.assets import Assets
from reports.exchange.importing.block_counts import count_parts
from reports.exchange.importing.clipboard.inner_pictures import FOLDER
from reports.exchange.importing.clipboard.reading import PastedBlocks
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.registry import Registry
from reports.exchange.importing.storing import stored_body
from reports.exchange.importing.tree import SitePages


class KnownRecords(Registry):
    """Finds existing records only: a paste creates none, and leaves other names unresolved."""

    def __init__(self, year: int) -> None:
        super().__init__(False, year)

    def make(self, named: Named) -> None:
        return None

    def row(self, named: Named) -> int | None:  # type: ignore[override]
        found = self.find(named)
        return found.pk if found is not None else None

    def code(self, named: Named) -> str:
        found = self.find(named)
        return str(getattr(found, self.key_field(named.kind))) if found is not None else ""


def describe_block(draft: Draft, child: Any) -> dict[str, str]:
    """Return the type of a block, its number of parts and a summary of its content, in French."""
    parts = count_parts(draft).strip(" ()")
    text = summarize_block(child.block, child.value)
    if parts and "#" in child.block.meta.summary:  # which counts them too, at its end
        text = text.rpartition("(")[0].rstrip(" ·") or text
    return {"label": BLOCKS[draft.kind].label, "parts": parts, "text": text}


def build_states(
    pasted: PastedBlocks, index: ReportIndexPage, year: int, assets: Assets
) -> tuple[list[dict[str, Any]], list[dict[str, str]], list[str]]:
    """Return the form states of the blocks, a description of each, and notices about files.

    With assets of a dry run, pictures are checked but not stored.
    """
    pages = SitePages(index)
    records = KnownRecords(year)
    rows = {"picture": assets.row, "document": assets.row, "page": pages.row}

    def reference(named: Named) -> int | None:
        return rows.get(named.kind, records.row)(named)

    stored = stored_body(pasted.drafts, str(uuid.uuid4()), reference, records.code)
    for raw in stored:
        if str(raw["value"].get("source_url", "")).startswith(f"{FOLDER}/"):
            raw["value"]["source_url"] = ""  # nobody gave it: the picture came without a name
    block = AnnualReportPage._meta.get_field("body").stream_block
    value = block.to_python(stored)
    states = StreamBlock.get_form_state(block, value)
    lines = [
        describe_block(draft, child) for draft, child in zip(pasted.drafts, value, strict=True)
    ]
    notices = [notice.message for notice in (*assets.notices, *pages.notices)]
    plain = [{"type": state["type"], "value": state["value"]} for state in states]
    return plain, lines, list(dict.fromkeys(notices))
