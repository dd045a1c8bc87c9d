from threading import Event
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from wagtail.blocks import Block, CharBlock, FieldBlock, StreamBlock, StructBlock

from reports.content.folding.bodies import ContentBody, ReportBody
from reports.content.wagtail_patches import deferred_validation
from tests.threads.parallel import run_in_threads

HOLE = [("heading", {"text": "", "level": "2"})]


class Card(StructBlock):
    name = CharBlock()
    always = CharBlock(required_on_save=True)


def test_a_draft_may_lack_what_a_publication_may_not() -> None:
    block = StreamBlock([("card", Card())])
    value = block.to_python([{"type": "card", "value": {"name": "", "always": "x"}}])
    assert block.clean_deferred(value)[0].value["name"] == ""
    with pytest.raises(ValidationError):
        block.clean(value)


def test_what_is_required_on_save_is_required_of_a_draft() -> None:
    block = StreamBlock([("card", Card())])
    value = block.to_python([{"type": "card", "value": {"name": "", "always": ""}}])
    with pytest.raises(ValidationError) as refused:
        block.clean_deferred(value)
    assert list(refused.value.block_errors[0].block_errors) == ["always"]


def test_a_draft_that_fails_leaves_nothing_behind() -> None:
    block = StreamBlock([("card", Card())])
    value = block.to_python([{"type": "card", "value": {"name": "", "always": ""}}])
    with pytest.raises(ValidationError):
        block.clean_deferred(value)
    assert not block.is_deferred_validation
    assert block.child_blocks["card"].child_blocks["name"].required


@pytest.mark.parametrize("body", [ReportBody, ContentBody])
def test_a_publication_beside_a_draft_lets_no_hole_pass(body: Any, monkeypatch: Any) -> None:
    """Two kinds of pages have blocks in common: one saves a draft, the other is published."""
    begun, published = Event(), Event()
    draft_block, block = ContentBody(), body()
    inner = draft_block.child_blocks["heading"].child_blocks["level"]
    clean = inner.clean

    def wait_for_the_other(value: Any) -> Any:
        if not begun.is_set():
            begun.set()
            assert published.wait(10)
        return clean(value)

    monkeypatch.setattr(inner, "clean", wait_for_the_other)

    def save_draft() -> bool:
        return bool(draft_block.clean_deferred(draft_block.to_python(HOLE)))

    def publish() -> tuple[bool, bool]:
        assert begun.wait(10)
        try:
            block.clean(block.to_python(HOLE))
            refused = False
        except ValidationError:
            refused = True
        finally:
            published.set()
        return refused, block.child_blocks["heading"].child_blocks["text"].required

    saved, found = run_in_threads(2, lambda number: publish() if number else save_draft())
    assert saved
    assert found == (True, True)


def test_it_is_an_error_if_wagtail_has_no_such_method(monkeypatch: Any) -> None:
    monkeypatch.delattr(Block, "clean_deferred")
    with pytest.raises(ImproperlyConfigured):
        deferred_validation.apply()


def test_it_is_an_error_if_wagtail_mends_this_itself(monkeypatch: Any) -> None:
    monkeypatch.delattr(FieldBlock, "defer_required_validation")
    monkeypatch.delattr(Block, "defer_required_validation")
    with pytest.raises(ImproperlyConfigured):
        deferred_validation.apply()
