"""Whatever a block says, its Markdown is read as the same block, and its words stand in it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.core.document import read
from reports.exchange.exporting.markdown.block import write_block
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.exporting.markdown.readers_form import show_document
from reports.exchange.importing import source
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.exporting.blocks import blocks

COMPLEMENT = Complement(lambda kind, key: "", lambda id: False)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks(), min_size=1, max_size=4))
def test_a_body_is_read_as_the_same_blocks(stored):
    document = show_document(read(stored), lambda kind, key, words: "")
    context = Context(lambda kind, key, words: f"img/{key}.png")
    text = "\n\n".join(write_block(block, context, COMPLEMENT) for block in document.blocks)
    found = recognise(source.Source("bilan.md", text, 1, {}, ""), None)
    assert [describe_block(build_block(draft)) for draft in found.drafts] == [
        describe_block(block) for block in document.blocks
    ], text
    again = [write_block(build_block(draft), context, COMPLEMENT) for draft in found.drafts]
    assert len(again) == len(stored)
