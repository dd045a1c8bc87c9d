"""A block that no body written by hand has is built of its node, whatever it declares."""

from itertools import count

import pytest

from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.document.visible_text import iterate_drawn_texts, iterate_node_texts
from tests.browser.variants import body
from tests.reports.built_blocks import build_missing
from tests.reports_graphql.bodies import every_block, uid

KINDS = ("picture", "document", "service", "term", "funding_round", "incubator", "indicator")
KEYS = dict(zip(KINDS, count(1), strict=False))


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_can_be_built_and_says_all_that_it_can(name: str) -> None:
    others = [{"type": other} for other in BLOCKS if other != name]
    built = build_missing(others, KEYS, map(uid, count(1)))
    [block] = read(built).blocks
    texts = [*iterate_node_texts(block), *iterate_drawn_texts(block)]

    assert block.block_type == name
    assert texts
    assert all(texts)


@pytest.mark.parametrize("build", [every_block, body])
def test_a_body_that_lacks_a_block_gets_it(build, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    types = [block["type"] for block in build(KEYS)]
    assert set(types) == set(BLOCKS)
    monkeypatch.setitem(BLOCKS, "newer", BLOCKS["quote"])
    longer = build(KEYS)
    assert sorted(block["type"] for block in longer) == sorted([*types, "newer"])
    assert longer[-1]["type"] == types[-1]
    ids = [block["id"] for block in longer]
    assert len(ids) == len(set(ids))
