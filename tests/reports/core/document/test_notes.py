"""Notes stand in rich text where they are called; the document numbers them in reading order."""

import pytest

from reports.core import document
from reports.core.document.canonical import dump_document
from reports.core.document.public_ids import replace_row_ids
from reports.core.document.rich_text import RichText
from reports.core.document.visible_text import iterate_node_texts, iterate_texts
from reports.core.text.notes import Mark, list_notes, print_mark
from reports.core.text.rich_text import plain, resolve_links, sanitise_html

SOURCE = '<bilan-note id="a">Selon <a href="https://a.test">l’office</a>.</bilan-note>'
OTHER = '<bilan-note id="b">Au 31 décembre.</bilan-note>'


def paragraph(id: str, html: str) -> dict:
    return {"type": "paragraph", "id": id, "value": {"text": html}}


def callout(id: str, html: str) -> dict:
    return {"type": "callout", "id": id, "value": {"title": "T", "text": html}}


def html_of(block) -> str:
    return resolve_links(block.text.html, {}, block.text.marks)


def test_notes_are_numbered_through_blocks_and_each_is_listed_once():
    body = document.read(
        [
            paragraph("p", f"<p>Un{OTHER} deux{SOURCE}</p>"),
            callout("c", f"<p>Trois{SOURCE} quatre{OTHER}</p>"),
        ]
    )

    assert [(n.id, n.number, n.content.plain, n.block) for n in body.notes] == [
        ("b", 1, "Au 31 décembre.", "p"),
        ("a", 2, "Selon l’office.", "p"),
    ]
    assert [block.text.marks for block in body.blocks] == [
        (Mark(1), Mark(2)),
        (Mark(2, 2), Mark(1, 2)),
    ]


def test_a_mark_is_a_link_to_the_note_and_the_note_is_not_in_the_text():
    body = document.read([paragraph("p", f"<p>Un{SOURCE} deux{SOURCE}</p>")])

    assert html_of(body.blocks[0]) == (
        '<p>Un<sup><a href="#note-1" data-kind="anchor" id="appel-1">1</a></sup>'
        ' deux<sup><a href="#note-1" data-kind="anchor" id="appel-1-2">1</a></sup></p>'
    )
    assert body.blocks[0].text.running == "Un deux"
    assert body.notes[0].content.html == '<p>Selon <a href="https://a.test">l’office</a>.</p>'


def test_a_reader_of_the_document_reads_notes_at_its_end_and_one_of_a_block_below_it():
    body = document.read([paragraph("p", f"<p>Un{SOURCE}</p><p>deux</p>"), paragraph("q", "trois")])

    assert list(iterate_texts(body)) == ["Un\ndeux", "trois", "Selon l’office."]
    assert list(iterate_node_texts(body.blocks[0])) == ["Un\ndeux\nSelon l’office."]


def test_a_copy_of_a_note_with_other_words_is_a_note_of_its_own():
    other = '<bilan-note id="a">Autre.</bilan-note>'
    body = document.read([paragraph("p", f"<p>Un{SOURCE} deux{other}</p>")])

    assert [(n.id, n.number) for n in body.notes] == [("a", 1), ("a-2", 2)]


def test_the_numbers_follow_from_the_document_and_are_no_part_of_what_is_stored():
    stored = [paragraph("p", f"<p>Un{OTHER}</p>"), paragraph("q", f"<p>Deux{SOURCE}</p>")]
    first, second = document.read(stored), document.read(stored[1:])

    assert first.blocks[1] == second.blocks[0]
    assert first.blocks[1].stored == stored[1]["value"]
    assert dump_document(first) == dump_document(document.read(stored))


def test_a_note_whose_number_nobody_knows_stands_where_it_is_called():
    html = f"<p>Un{OTHER}</p>"
    assert resolve_links(html, {}) == "<p>Un [Au 31 décembre.]</p>"
    assert RichText(html).running == "Un"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>a<bilan-note id="x">b</p>', "a\nb"),
        ("<p>a</bilan-note>b</p>", "ab"),
        ('<p>a<bilan-note id="x">b<bilan-note id="y">c</bilan-note>d</bilan-note></p>', "abd\nc"),
        ('<p>a<bilan-note id="x" onclick="e()">b<script>c</script></bilan-note></p>', "a\nb"),
    ],
)
def test_a_broken_note_loses_no_word(html, words):
    assert plain(sanitise_html(html)) == words
    assert "bilan-note" not in resolve_links(html, {}, (Mark(1), Mark(2)))
    assert "script" not in resolve_links(html, {})
    assert "onclick" not in resolve_links(html, {})


def test_the_rows_that_a_note_links_to_are_links_of_the_text():
    html = '<p>Un<bilan-note id="a">Voir <a linktype="page" id="7">ici</a>.</bilan-note></p>'
    body = document.read([paragraph("p", html)])

    assert body.references == {"page": {7}}
    public = replace_row_ids(body, lambda kind, row: f"{kind}-{row}")
    assert 'id="page-7"' in public.blocks[0].text.html
    assert public.blocks[0].text.marks == (Mark(1),)
    assert list_notes(public.blocks[0].text.html)[0].id == "a"


def test_a_mark_as_text():
    assert (print_mark("12"), print_mark("a")) == ("¹²", "[a]")
