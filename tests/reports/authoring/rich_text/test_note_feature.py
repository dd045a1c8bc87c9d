"""Notes survive the editor: marks in the words, whose content is sanitised."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from reports.authoring.rich_text.note_feature import FEATURE, TYPE
from reports.content.blocks.words import INLINE, PROSE, TRANSCRIPTION
from reports.core.text import rich_text

NOTE = (
    '<bilan-note id="n1">Voir <a linktype="page" id="7">là</a> &amp; '
    '<a href="https://a.test/?a=1&amp;b=2"><b>ici</b></a>,<br>« 12 »</bilan-note>'
)
TEXT = f"<p>Un{NOTE} deux <b>trois</b>{NOTE}.</p>"


@pytest.fixture
def converter() -> ContentstateConverter:
    return ContentstateConverter(features=PROSE)


def save(converter: ContentstateConverter, content: object, id: object = "n1") -> str:
    """What is stored of a note that a form sends."""
    state = {
        "blocks": [
            {
                "key": "a",
                "text": "Un*.",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 2, "length": 1, "key": 0}],
            }
        ],
        "entityMap": {
            "0": {"type": TYPE, "mutability": "IMMUTABLE", "data": {"id": id, "content": content}}
        },
    }
    stored = converter.to_database_format(json.dumps(state))
    return rich_text.sanitise_html(stored)


def test_the_editor_has_a_button_for_notes_but_not_where_no_notes_are_listed() -> None:
    assert FEATURE in INLINE
    assert FEATURE not in TRANSCRIPTION
    widget = DraftailRichTextArea(features=PROSE)
    button = next(each for each in widget.options["entityTypes"] if each["type"] == TYPE)
    assert button["label"] == "Note"
    assert "reports/note" in str(widget.media)


def test_notes_survive_the_editor(converter: ContentstateConverter) -> None:
    state = converter.from_database_format(TEXT)

    assert [block["text"] for block in json.loads(state)["blocks"]] == ["Un* deux trois*."]
    assert rich_text.sanitise_html(converter.to_database_format(state)) == TEXT


def test_a_note_at_the_beginning_and_one_in_a_list_survive(
    converter: ContentstateConverter,
) -> None:
    html = f"<p>{NOTE}</p><ul><li>Un {NOTE} deux</li></ul>"

    stored = converter.to_database_format(converter.from_database_format(html))
    assert rich_text.sanitise_html(stored) == html


@pytest.mark.parametrize("content", ["", "  ", "<br>", None, 12, "<b></b>"])
def test_a_note_without_words_is_not_stored(
    converter: ContentstateConverter, content: object
) -> None:
    assert save(converter, content) == "<p>Un.</p>"


@pytest.mark.parametrize(
    ("content", "stored"),
    [
        ("<p>a</p><ul><li>b</li></ul>", "ab"),
        ("a<script>b()</script>", "a"),
        ('<a href="javascript:b()">a</a>', "<a>a</a>"),
        ('<b onclick="c()">a</b>', "<b>a</b>"),
        ("a</bilan-note>b", "ab"),
        ('a<bilan-note id="x">b</bilan-note>', "ab"),
    ],
)
def test_what_a_form_sends_is_sanitised(
    converter: ContentstateConverter, content: str, stored: str
) -> None:
    assert save(converter, content) == f'<p>Un<bilan-note id="n1">{stored}</bilan-note>.</p>'


@pytest.mark.parametrize("id", ["", None, 'a"b', "a b", "x" * 65])
def test_an_id_that_is_none_is_made_of_the_words(
    converter: ContentstateConverter, id: object
) -> None:
    stored = save(converter, "a", id)
    assert 'id="nca978112ca">a<' in stored
