"""A chart owns its data, and is not published without a transcription."""

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks.struct_block import StructBlockValidationError

from reports.blocks.figures import ChartBlock
from reports.models import Picture

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
    block.defer_required_validation()
    assert block.clean(value)["title"] == ""
    block.restore_deferred_validation()


def test_saving_remembers_the_data_that_the_words_were_written_for():
    block, value = chart(data=DATA, transcription="<p>59</p>")
    first = block.clean(value)
    assert first["basis"]
    changed = {**DATA, "rows": [{"id": "r", "cells": ["DINUM", "60"]}]}
    _, value = chart(data=changed, transcription="<p>59</p>", basis=first["basis"])
    assert block.clean(value)["basis"] == first["basis"]
