import json
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail.admin.rich_text.converters import html_to_contentstate
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from reports.content.blocks.words import PROSE
from reports.content.wagtail_patches import rich_text_conversion


def texts(contentstate: str) -> list[str]:
    return [block["text"] for block in json.loads(contentstate)["blocks"]]


def test_a_conversion_within_another_changes_neither(monkeypatch: Any) -> None:
    """Threads meet where the parser stops: here one conversion begins in the middle of another."""
    converter = ContentstateConverter(PROSE)
    handler = html_to_contentstate.HtmlToContentStateHandler
    original, inner = handler.handle_data, []

    def handle_data(self: Any, content: str) -> None:
        if not inner:
            inner.append("")
            inner[0] = converter.from_database_format("<p>un <b>autre</b> texte</p>")
        original(self, content)

    monkeypatch.setattr(handler, "handle_data", handle_data)
    outer = converter.from_database_format("<p>Le premier <i>texte</i>.</p><ul><li>a</li></ul>")
    assert texts(outer) == ["Le premier texte.", "a"]
    assert texts(inner[0]) == ["un autre texte"]


def test_a_converter_can_be_used_again_after_a_broken_text() -> None:
    converter = ContentstateConverter(PROSE)
    assert texts(converter.from_database_format("<p>Un <b>texte</p>")) == ["Un texte"]
    assert texts(converter.from_database_format("<p>Un texte.</p>")) == ["Un texte."]


def test_it_is_an_error_if_wagtail_has_no_such_method(monkeypatch: Any) -> None:
    monkeypatch.delattr(ContentstateConverter, "from_database_format")
    with pytest.raises(ImproperlyConfigured):
        rich_text_conversion.apply()
