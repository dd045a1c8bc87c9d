"""The spaces of French typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.text.french_spaces import find_breaking_spaces, set_html_spaces, set_spaces
from reports.core.text.words import split_words

SIGNS = str.maketrans({"\u202f": "_", "\u00a0": "~"})


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Oui : non ; bien !", "Oui~: non_; bien_!"),
        ("Un « mot » à 12 000 € ou 30 %", "Un «_mot_» à 12_000~€ ou 30~%"),
        ("n° 4, 1 234 567 km", "n°~4, 1_234_567 km"),
        ("Pour 3 M€ !?", "Pour 3~M€_!?"),
        ("en 2023 150 agents", "en 2023 150 agents"),
        ("Une mimique :) et :tada:", "Une mimique :) et :tada:"),
        ("01 23 45 67 89", "01 23 45 67 89"),
        (" : seul", " : seul"),
    ],
)
def test_spaces_of_a_line(text, printed):
    assert set_spaces(text).translate(SIGNS) == printed


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ("<p><b>Mot</b> : <i>x</i> ?</p>", "<p><b>Mot</b>~: <i>x</i>_?</p>"),
        ("<p>12 <b>000</b> agents</p>", "<p>12_<b>000</b> agents</p>"),
        ("<p>a</p> : <p>b</p>", "<p>a</p> : <p>b</p>"),
        ("<p>a<br/> : b</p>", "<p>a<br/> : b</p>"),
        ("<p>a\n: b</p>", "<p>a~: b</p>"),
        ("<p>a &amp; ; b</p>", "<p>a &amp;_; b</p>"),
        ("<p><code>a : b</code> : c</p>", "<p><code>a : b</code>~: c</p>"),
        ('<p><i lang="en">is it ?</i> oui !</p>', '<p><i lang="en">is it ?</i> oui_!</p>'),
        ('<p><span lang="fr">oui ?</span></p>', '<p><span lang="fr">oui_?</span></p>'),
        ('<p>a<bilan-note id="x"><p>n : m</p></bilan-note> : b</p>',
         '<p>a<bilan-note id="x"><p>n~: m</p></bilan-note>~: b</p>'),
        ('<a href="/a : b">c</a> : d', '<a href="/a : b">c</a>~: d'),
        ("x</b> : </code>y ;", "x</b>~: </code>y_;"),
    ],
)  # fmt: skip
def test_spaces_of_rich_text(html, printed):
    assert set_html_spaces(html).translate(SIGNS) == printed


PIECES = st.lists(
    st.sampled_from(
        [
            *("a", " ", ":", ";", "!", "«", "»", "12", "000", "%", "€", "&amp;", "<", "\n"),
            *("<p>", "</p>", "<b>", "</b>", "<br/>", "<code>", "</code>", '<i lang="en">', "</i>"),
            *('<bilan-note id="a">', "</bilan-note>"),
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_nothing_but_spaces_changes(html):
    once = set_html_spaces(html)
    assert set_html_spaces(once) == once
    pairs = {(a, b) for a, b in zip(html, once, strict=True) if a != b}
    assert pairs <= {(" ", "\u202f"), (" ", "\u00a0"), ("\n", "\u202f"), ("\n", "\u00a0")}
    text = set_spaces(html)
    assert not find_breaking_spaces(text)
    assert split_words(text) == split_words(html)
