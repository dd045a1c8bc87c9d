"""Words in English: marked in the editor, stored, shown and left out of what checks ask."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from reports.authoring.rich_text.language_feature import FEATURE, STYLE
from reports.content.blocks.text import ParagraphBlock
from reports.content.blocks.words import INLINE, PROSE
from reports.core.reading.lines import split_paragraphs
from reports.core.text import rich_text

MARKED = '<p>La méthode <span lang="en">bug bounty</span> plaît.</p>'


@pytest.fixture
def converter() -> ContentstateConverter:
    return ContentstateConverter(features=PROSE)


def through(converter: ContentstateConverter, html: str) -> str:
    """What is stored after the editor has opened and saved `html`."""
    stored = converter.to_database_format(converter.from_database_format(html))
    return stored.replace(' data-block-key=""', "")


def without_keys(html: str) -> str:
    return rich_text.sanitise_html(html)  # which drops the keys of the editor's blocks


def test_the_editor_has_a_button_for_english() -> None:
    assert FEATURE in INLINE
    assert FEATURE in PROSE
    styles = DraftailRichTextArea(features=PROSE).options["inlineStyles"]
    button = next(style for style in styles if style["type"] == STYLE)
    assert button["label"] == "EN"
    assert button["description"].startswith("Anglais")
    assert ParagraphBlock().child_blocks["text"].features == PROSE


def test_words_in_english_survive_the_editor(converter: ContentstateConverter) -> None:
    state = json.loads(converter.from_database_format(MARKED))
    assert [r["style"] for r in state["blocks"][0]["inlineStyleRanges"]] == [STYLE]
    assert without_keys(through(converter, MARKED)) == MARKED


@pytest.mark.parametrize("lang", ["en-GB", "en-US"])
def test_other_kinds_of_english_become_english(converter: ContentstateConverter, lang: str) -> None:
    html = MARKED.replace('lang="en"', f'lang="{lang}"')
    assert without_keys(through(converter, html)) == MARKED


def test_english_in_italics_stays_both(converter: ContentstateConverter) -> None:
    saved = through(converter, '<p>Le <i><span lang="en">lean startup</span></i> inspire.</p>')
    assert without_keys(saved).count('lang="en"') == 1
    assert "<i>" in saved
    assert split_paragraphs(saved)[0].text == "Le lean startup inspire."
    assert "lean" not in split_paragraphs(saved)[0].native


def test_plain_italics_stay_italics(converter: ContentstateConverter) -> None:
    html = "<p>Le <i>lean startup</i> inspire.</p>"
    assert without_keys(through(converter, html)) == html


def test_what_readers_get_keeps_the_language() -> None:
    assert rich_text.resolve_links(MARKED, {}) == MARKED
    assert rich_text.plain(MARKED) == "La méthode bug bounty plaît."
