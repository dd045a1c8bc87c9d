"""Rich text as lines of words, and edits of these in the HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.core.text.edits import Edit, apply_edits
from reports.core.text.html_lines import iterate_html_lines, sort_edits


def edit(html: str, line: int, start: int, end: int, text: str) -> str:
    found = list(iterate_html_lines(html))[line]
    return apply_edits(html, sort_edits(found.to_html(Edit(start, end, text))))


@pytest.mark.parametrize(
    ("html", "place", "expected"),
    [
        ("<p>R&amp;D</p>", (1, 0, 3, "a<b&c"), "<p>a&lt;b&amp;c</p>"),
        ("<p>un <b>mot</b> dit</p>", (1, 3, 10, "x"), "<p>un <b>x</b></p>"),
        ("<p>un <b>mot</b> dit</p>", (1, 0, 6, "x"), "<p>x<b></b> dit</p>"),
        ('<p>a<a href="/b">b</a>: c</p>', (1, 2, 2, "_"), '<p>a<a href="/b">b</a>_: c</p>'),
        ('<p>n°<a href="/b">4</a></p>', (1, 2, 2, "_"), '<p>n°_<a href="/b">4</a></p>'),
        ("<p>fin</p>", (1, 3, 3, "_"), "<p>fin_</p>"),
        (
            '<p>un<bilan-note id="x">la note</bilan-note> mot</p>',
            (2, 0, 4, "x"),
            '<p>x<bilan-note id="x">la note</bilan-note>ot</p>',
        ),
    ],
)
def test_tags_and_addresses_stay(
    html: str, place: tuple[int, int, int, str], expected: str
) -> None:
    assert edit(html, *place) == expected


@pytest.mark.parametrize(
    ("start", "end", "text", "expected"),
    [
        (0, 2, "x", False),  # before the link
        (3, 5, "x", False),  # a part of it
        (3, 7, "x", False),  # all of it, other words
        (3, 7, " ", True),  # nothing would be left of it
        (0, 7, "x", True),
        (5, 9, "x", True),
        (8, 11, "", False),
    ],
)
def test_a_link_keeps_its_words(start: int, end: int, text: str, expected: bool) -> None:
    [_, line, _] = iterate_html_lines('<p>le <a href="/lien">lien</a> dit</p>')
    assert line.text == "le lien dit"
    assert line.splits_holder(Edit(start, end, text)) is expected


CITED = '<p>Les <bilan-figure of="r.x" as="same">58</bilan-figure> services.</p>'


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 3, False), (4, 6, False), (4, 8, True), (3, 6, True)]
)
def test_a_citation_stands_in_its_line_and_keeps_its_words(
    start: int, end: int, expected: bool
) -> None:
    [_, line, _] = iterate_html_lines(CITED)
    assert line.text == "Les 58 services."
    assert line.splits_holder(Edit(start, end, "x")) is expected


def test_only_words_without_tags_outside_of_links_citations_and_notes_are_free() -> None:
    [_, line, _] = iterate_html_lines(CITED.replace("services", "ser<b>vi</b>ces"))
    assert (line.find_range(CITED.index("58"), CITED.index("58") + 2)) == (4, 6)
    assert [line.is_free(*each) for each in ((0, 3), (4, 6), (7, 15), (10, 12))] == [
        *(True, False, False, True)
    ]
    [_, note, *_] = iterate_html_lines('<p>a<bilan-note id="n">58</bilan-note></p>')
    assert not note.is_free(0, 1)


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "&amp;",
                "&#39;",
                "&",
                ";",
                "é",
                "\n",
                "<",
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<br/>",
            ),
            *('<a href="/a">', "</a>", '<bilan-note id="a">', "</bilan-note>", "<code>", "</code>"),
        ]
    ),
    max_size=30,
).map("".join)


@given(PIECES)
def test_every_character_is_where_it_says(html: str) -> None:
    places = []
    for line in iterate_html_lines(html):
        assert len(line.text) == len(line.native) == len(line.places) == len(line.holders)
        places += line.places
    assert sorted(places) == sorted(set(places))
    left = apply_edits(html, sort_edits(Edit(*place, "") for place in places))
    assert not any(line.text for line in iterate_html_lines(left)) or "<" in left
