"""Each shape of `shapes.toml` is read as the blocks that it says, and loses no word."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.recognition import recognise
from tests.reports.exchange.importing.outline import outline

with Path(__file__).with_name("shapes.toml").open("rb") as file:
    SHAPES: list[dict[str, Any]] = tomllib.load(file)["shape"]


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["name"] for shape in SHAPES])
def test_a_shape_is_recognised(shape: dict[str, Any]) -> None:
    origin = source.Source("bilan.md", shape["text"], 1, {}, "")
    found = recognise(origin, None, 2032)
    assert [outline(draft) for draft in found.drafts] == shape["blocks"]
    assert list(map(str, found.notices)) == shape.get("notices", [])
    assert found.damage == []
    seen = fidelity.list_visible_words(shape["text"], "")
    score = fidelity.compare_words(seen, loss.list_draft_words(found.drafts))
    assert (score.lost, score.added) == ((), ())
