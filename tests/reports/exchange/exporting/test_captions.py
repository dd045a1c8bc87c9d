"""A title that another figure has as its caption is written where the import reads it."""

import dataclasses

import pytest

from reports.core.document import read
from reports.exchange.exporting.markdown.block import write_block
from reports.exchange.exporting.markdown.captions import count_captions
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.importing import source
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.fidelity import list_visible_words
from reports.exchange.importing.loss import list_draft_words
from reports.exchange.importing.recognition import recognise
from tests.browser.variants import block, table

CONTEXT = Context(lambda kind, key, words: f"{key}.png")
COMPLEMENT = Complement(lambda kind, key: "", lambda id: False)
PARTS = {"unit": "", "source": "", "note": "", "alt": "Une courbe", "transcription": "<p>Dix.</p>"}
PICTURE = block("chart", kind="picture", title="Agents", picture=1, data=table([]), **PARTS)
CAPTIONS = {
    "the data of a chart": block(
        "chart", kind="bar", title="Agents", data=table(["", "2024"], ["A", "1"]), note="Vu."
    ),
    "the note of a chart": block(
        "chart", kind="picture", title="Vu", data=table([]), **{**PARTS, "note": "Agents"}
    ),
    "a picture": block("picture", picture=1, alt="Eux", caption=" Agents ", source_url=""),
    "a table": block("data_table", caption="Agents", table=table(["", "2024"], ["A", "1"])),
    "nothing": block("heading", text="Agents", level="2"),
}


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_chart_keeps_a_title_that_is_a_caption_elsewhere(caption):
    document = read([CAPTIONS[caption], PICTURE])
    context = dataclasses.replace(CONTEXT, captions=count_captions(document))
    text = "\n\n".join(write_block(each, context, COMPLEMENT) for each in document.blocks)

    found = recognise(source.Source("bilan.md", text, 1, {}, ""), None)

    assert [describe_block(build_block(draft)) for draft in found.drafts] == [
        describe_block(each) for each in document.blocks
    ]
    assert list_draft_words(found.drafts) == list_visible_words(text, "")
    assert (' title="Agents"' in text) == (caption == "nothing")
