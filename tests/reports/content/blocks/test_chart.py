"""A chart owns its data, and is not published without a transcription."""

import json

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks.struct_block import StructBlockValidationError

from reports.content.blocks.figures import ChartBlock
from reports.content.models import Picture
from reports.core.document.figure_blocks import Chart
from reports.core.document.visible_text import iterate_node_texts

DATA = {
    "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": "Services"}],
    "rows": [{"id": "r", "cells": ["DINUM", "59"]}],
}

pytestmark = pytest.mark.django_db


def chart(**fields):
    block = ChartBlock()
    return block, block.to_python({"title": "Services", "kind": "bar", **fields})


@pytest.fixture
def picture(picture_bytes):
    return Picture.objects.create(title="a", file=ContentFile(picture_bytes + b"chart", "a.png"))


def test_data_are_enough(db):
    block, value = chart(data=DATA)
    assert block.clean(value)["data"].stored == DATA


def test_without_data_a_transcription_is_demanded(picture):
    block, value = chart(kind="picture", picture=picture.pk, alt="Courbe")
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert "écrivez la transcription" in str(refused.value.block_errors["transcription"])


def test_a_picture_without_data_wants_an_alternative(picture):
    block, value = chart(kind="picture", picture=picture.pk, transcription="<p>Elle monte.</p>")
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert "Décrivez l’image" in str(refused.value.block_errors["alt"])


def test_a_picture_chart_wants_its_picture():
    block, value = chart(kind="picture", transcription="<p>Elle monte.</p>")
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert "choisissez l’image" in str(refused.value.block_errors["picture"])


def test_a_draft_may_have_holes():
    block, value = chart(title="")
    assert block.clean_deferred(value)["title"] == ""


def test_saving_remembers_the_data_that_the_words_were_written_for():
    block, value = chart(data=DATA, transcription="<p>59</p>")
    first = block.clean(value)
    assert first["basis"]
    changed = {**DATA, "rows": [{"id": "r", "cells": ["DINUM", "60"]}]}
    _, value = chart(data=changed, transcription="<p>59</p>", basis=first["basis"])
    assert block.clean(value)["basis"] == first["basis"]


def test_the_data_that_words_were_written_for_are_kept_until_the_words_change():
    block, value = chart(data=DATA, transcription="<p>59</p>")
    first = block.get_prep_value(block.clean(value))
    assert first["written_for"] == DATA
    changed = {**DATA, "rows": [{"id": "r", "cells": ["DINUM", "60"]}]}
    second = block.get_prep_value(block.clean(block.to_python({**first, "data": changed})))
    assert second["written_for"] == DATA
    value = block.to_python({**second, "transcription": "<p>60</p>"})
    assert block.get_prep_value(block.clean(value))["written_for"] == changed


def test_an_editor_begins_with_what_an_import_did_not_remember():
    block, value = chart(data=DATA, transcription="<p>59</p>")
    state = block.get_form_state(value)
    assert json.loads(state["written_for"]) == DATA
    assert not value["basis"]  # a look changes nothing
    assert state["basis"] == block.clean(value)["basis"]


def test_what_is_kept_is_found_by_nobody():
    block, value = chart(data=DATA, transcription="<p>59</p>")
    changed = {**DATA, "rows": [{"id": "r", "cells": ["IGN", "14"]}]}
    value = block.clean(value)
    value["data"] = block.child_blocks["data"].to_python(changed)
    assert "DINUM" in str(value["written_for"])
    found = " ".join(
        [
            *block.get_searchable_content(value),
            *iterate_node_texts(Chart.from_stored(block.get_prep_value(value))),
        ]
    )
    assert "IGN" in found
    assert "DINUM" not in found


def test_an_editor_s_empty_paragraph_is_no_transcription():
    block, value = chart(data=DATA, transcription='<p data-block-key="a1"></p>')
    assert block.clean(value)["transcription"].source == ""
    block, value = chart(kind="picture", transcription='<p data-block-key="a1"></p>')
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert "transcription" in refused.value.block_errors
