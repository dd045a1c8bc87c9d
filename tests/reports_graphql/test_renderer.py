"""The renderer says of each block what the document says, in the same order."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.content.rendering import render_report
from reports.core.document.media_blocks import Picture
from reports.core.text.words import split_words
from reports.exchange.importing.comments.contradiction import list_block_texts
from reports.exchange.importing.findings import LossRefusal
from reports.exchange.importing.importer import Request, run_import
from reports_graphql.printed_texts import CELL, HEAD, PLANS
from tests.reports.every_variant import build_body

CELLS = ("cells", CELL)

pytestmark = pytest.mark.django_db


def list_words(texts: Any) -> list[str]:
    return [word for text in texts for word in split_words(text)]


@pytest.mark.parametrize("shows_data", [False, True])
def test_every_variant_is_rendered_as_it_is_stored(
    publish: Any, living: Any, shows_data: bool
) -> None:
    report = publish(2024, build_body(vars(living)))
    rendered = render_report(report)
    document = read_body(report)
    assert len(document.blocks) > 150
    for block in document.blocks:
        shown = rendered.blocks[block.id]
        texts = shown.with_data if shows_data else shown.texts
        if isinstance(block, Picture) and block.decorative:
            block = replace(block, alt="")  # nobody hears it
        assert list_words(texts) == list_words(list_block_texts(block, shows_data)), block
    below = {note.id: split_words(note.content.plain) for note in document.notes}
    assert {id: split_words(text) for id, text in rendered.notes.items()} == below


def test_a_draft_is_rendered_before_anybody_sees_it(publish: Any) -> None:
    report = publish(2024, [], live=False, hero_title="Le bilan")
    assert render_report(report).title == "Le bilan"


def test_words_that_readers_do_not_get_are_refused(
    index: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "2024.md"
    file.write_text("| Nom | Valeur |\n|---|---|\n| **Alpha** : trouver un guichet | 12 |\n")
    assert run_import(Request(file=file, year=2024, dry_run=True)).fidelity.whole

    monkeypatch.setitem(PLANS, "DataTableBlock", ["caption", *HEAD, ("rows", ["name", CELLS])])
    with pytest.raises(LossRefusal, match="il manque « trouver un guichet »") as refused:
        run_import(Request(file=file, year=2024))
    assert refused.value.missing == 3
    assert not AnnualReportPage.objects.exists()
    assert run_import(Request(file=file, year=2024, accept_loss=3)).status == "créé"
