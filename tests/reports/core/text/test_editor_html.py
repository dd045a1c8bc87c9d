"""Stored rich text in the editor: whatever it is, it opens, with its words in their order."""

import json
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import HtmlToContentStateHandler

from reports.content.blocks.words import INLINE, PROSE
from reports.core.text.editor_html import mend_for_editor
from tests.depth import take

TAG = re.compile(r"<[^<>]*>")
NAMES = st.sampled_from(
    [
        *("p", "ul", "ol", "li", "b", "i", "a", "span", "sup", "blockquote", "h2", "div", "dl"),
        *("dt", "dd", "table", "tr", "td", "pre", "br", "hr", "img", "wbr", "bilan-note", "q"),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        *("", "", "", ' href="/stats"', ' lang="en"', ' linktype="page" id="x"', " href"),
        *(' linktype="page" id="99999999"', ' linktype="document"', ' data-block-key="abcde"'),
    ]
)
PIECES = st.one_of(
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
    st.builds("</{}>".format, NAMES),
    st.builds("<{}/>".format, NAMES),
    st.sampled_from(["mot", " mot ", "12 % &amp; plus", " ", "\n", "&lt;b&gt;"]),
)


def open_in_editor(html: str, features: list[str] = PROSE) -> list[dict[str, Any]]:
    return json.loads(ContentstateConverter(features).from_database_format(html))["blocks"]


def texts(html: str) -> list[str]:
    return [block["text"] for block in open_in_editor(html)]


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.django_db
@settings(max_examples=take(2_000, 300), deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("<p>un<br>deux</p>")
@example("<b><p>un</b>deux</p>")
@example("<ul><b><li>un</ul></b>deux")
@example("<p><a href='/a'>un<a href='/b'>deux</p>")
def test_whatever_is_stored_opens_with_its_words(html: str) -> None:
    shown = "".join(texts(html))
    without_notes = re.sub(r"</?bilan-note[^<>]*>", "", html)
    if without_notes == html:  # a note's words are in its mark
        assert sorted(letters(shown)) == sorted(letters(unescape(TAG.sub("", html))))
    mended = mend_for_editor(html)
    assert mend_for_editor(mended) == mended


@pytest.mark.parametrize("line_break", ["<br>", "<br/>", "<br />", "</br>"])
def test_each_form_of_a_line_break(line_break: str) -> None:
    html = f"<p>Un{line_break}deux</p><ul><li><b>trois{line_break}quatre</b></li></ul>"
    assert texts(html) == ["Un\ndeux", "trois\nquatre"]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Un <b>texte</p><p>et un autre</p>", ["Un texte", "et un autre"]),
        ("<p>Un <b>texte <i>croisé</b> ici</i></p>", ["Un texte croisé ici"]),
        ("<p>un<p>deux</p></p>", ["un", "deux"]),
        ("<ul><li>un<li>deux</ul>", ["un", "deux"]),
        ("<li>un</li>", ["un"]),
        ("<ul><li><p>un</p><p>deux</p></li></ul>", ["un\ndeux"]),
        ("<ul><li>un<ul><li>deux</li></ul>trois</li></ul>", ["un\ntrois", "deux"]),
        ("<dl><dt>un</dt><dd>deux</dd></dl>", ["un", "deux"]),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ["1", "2"]),
        ("<p>un<hr>deux</p>", ["un", "", "deux"]),
        ('<p>un <a linktype="page" id="x">lien</a></p>', ["un lien"]),
    ],
)
def test_shapes_that_the_editor_does_not_write(html: str, blocks: list[str]) -> None:
    assert texts(html) == blocks


def test_what_the_editor_writes_opens_as_wagtail_opens_it() -> None:
    html = (
        '<p data-block-key="a1">Un <b>gras <i>et</i></b> <a href="/stats">lien</a>&nbsp;: 1<br/>'
        '<sup>e</sup> ligne</p><ul><li data-block-key="b1"><span lang="en">bug</span> bounty'
        '<ul><li data-block-key="c1">dedans</li></ul></li></ul><ol><li data-block-key="d1">x</li>'
        "</ol>"
    )
    handler = HtmlToContentStateHandler(PROSE)
    handler.feed(html)
    handler.close()
    alone = json.loads(handler.contentstate.as_json())
    assert json.loads(ContentstateConverter(PROSE).from_database_format(html)) == alone


def test_words_come_where_nothing_else_helps(monkeypatch: Any) -> None:
    def fail(self: Any, *given: Any) -> None:
        raise ValueError

    monkeypatch.setattr(
        "wagtail.admin.rich_text.converters.html_to_contentstate.InlineStyleElementHandler.handle_starttag",
        fail,
    )
    assert [
        block["text"] for block in open_in_editor("<p>Un <b>mot</b></p><p>& deux</p>", INLINE)
    ] == [
        "Un mot",
        "& deux",
    ]
