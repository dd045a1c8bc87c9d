"""Citations survive the editor: words that can be typed in, with the addresses of their figures."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from reports.authoring.rich_text.citation_feature import FEATURE, TYPE, TYPED
from reports.content.blocks.words import INLINE, PROSE, TRANSCRIPTION
from reports.core.text import rich_text

ADDRESS = "i.services.2024.result"
CITED = f'<bilan-figure of="{ADDRESS}" as="rounded"><b>58</b></bilan-figure>'
TEXT = f"<p>Nous suivons {CITED} services.</p>"


@pytest.fixture
def converter() -> ContentstateConverter:
    return ContentstateConverter(features=PROSE)


def save(converter: ContentstateConverter, of: object, way: object = "same") -> str:
    """What is stored of a citation that a form sends."""
    block = {"key": "a", "text": "58.", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    entity = {"type": TYPE, "mutability": "MUTABLE", "data": {"of": of, "way": way}}
    ranges = [{"offset": 0, "length": 2, "key": 0}]
    state = {"blocks": [{**block, "entityRanges": ranges}], "entityMap": {"0": entity}}
    return rich_text.sanitise_html(converter.to_database_format(json.dumps(state)))


def test_the_editor_has_a_button_and_a_key_but_not_for_transcriptions() -> None:
    assert FEATURE in INLINE
    assert FEATURE not in TRANSCRIPTION
    options = DraftailRichTextArea(features=PROSE).options
    assert TYPE in [each["type"] for each in options["entityTypes"]]
    assert {"type": TYPED} in options["plugins"]


def test_citations_survive_the_editor(converter: ContentstateConverter) -> None:
    state = json.loads(converter.from_database_format(TEXT))

    assert [block["text"] for block in state["blocks"]] == ["Nous suivons 58 services."]
    stored = rich_text.sanitise_html(converter.to_database_format(json.dumps(state)))
    assert rich_text.plain(stored) == rich_text.plain(TEXT)
    assert f'<bilan-figure of="{ADDRESS}" as="rounded">' in stored


@pytest.mark.parametrize("of", ["", None, 7, "javascript:1", '"><script>', "r.x"])
def test_what_is_no_address_is_words(converter: ContentstateConverter, of: object) -> None:
    stored = save(converter, of)
    assert "bilan-figure" not in stored
    assert rich_text.plain(stored) == "58."


def test_an_unknown_way_is_that_of_the_figure(converter: ContentstateConverter) -> None:
    assert 'as="same"' in save(converter, ADDRESS, "<b>")


def test_without_the_feature_words_stay_words() -> None:
    plain = ContentstateConverter(features=["bold"])
    state = plain.from_database_format(TEXT)
    assert rich_text.plain(plain.to_database_format(state)) == "Nous suivons 58 services."
