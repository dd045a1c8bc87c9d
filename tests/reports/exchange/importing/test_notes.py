"""Notes of a file become notes of rich text; where they cannot, they stay as text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.core import document
from reports.exchange.importing import fidelity, loss
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.storing import stored_body

KRAMDOWN = """<p>Un<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>.</p>
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>Une <a href="/x">note</a>.
<a href="#fnref:1" class="reversefootnote">↩</a></p></li></ol></div>"""
PANDOC = """<p>Un<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>.</p>
<section class="footnotes"><hr><ol><li id="fn1"><p>Une <a href="/x">note</a>.
<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>"""
WORD = """<p>Un<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>
<hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a>
Une <a href="/x">note</a>.</p></div>"""
LIBREOFFICE = """<p>Un<sup><a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>.</p>
<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
Une <a href="/x">note</a>.</p></div>"""
GOOGLE = """<p>Un<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Une <a href="/x">note</a>.</p></div>"""
MARKDOWN = "Un[^1].\n\n[^1]: Une [note](/x)."


def read(text: str) -> Recognised:
    """Recognise a file, of which nothing may be lost."""
    found = recognise(Source("a.md", text, 1, {}, ""), None)
    words = loss.list_draft_words(found.drafts, found.notes)
    score = fidelity.compare_words(fidelity.list_visible_words(text, ""), words)
    assert score.lost == (), (text, found.drafts)
    return found


def document_of(found: Recognised) -> document.Document:
    return document.read(stored_body(found.drafts, "", lambda named: None, lambda named: ""))


def html_of(found: Recognised) -> list[str]:
    return [str(draft.value.get("text")) for draft in found.drafts]


def messages(found: Recognised) -> list[str]:
    return list(map(str, found.notices))


@pytest.mark.parametrize("text", [MARKDOWN, KRAMDOWN, PANDOC, WORD, LIBREOFFICE, GOOGLE])
def test_notes_of_every_writer_are_one_note(text):
    found = read(text)

    note = '<bilan-note id="1">Une <a href="/x">note</a>.</bilan-note>'
    assert html_of(found) == [f"<p>Un{note}.</p>"]
    assert messages(found) == []


def test_a_note_has_paragraphs_as_lines_and_keeps_emphasis():
    found = read("Un[^a].\n\n[^a]: Du *texte*\nqui suit.\n\n    Second **paragraphe**.\n\nFin.")

    lines = "Du <i>texte</i> qui suit.<br>Second <b>paragraphe</b>."
    html = html_of(found)[0].replace("\n", " ")
    assert html == f'<p>Un<bilan-note id="a">{lines}</bilan-note>.</p><p>Fin.</p>'


def test_a_note_that_is_called_twice_is_one_note():
    found = read(f"{MARKDOWN}\n\nDeux[^1].")

    assert [(n.id, n.number) for n in document_of(found).notes] == [("1", 1)]
    assert html_of(found)[0].count("<bilan-note") == 2


def test_a_note_of_html_that_is_called_twice_is_one_note():
    found = read(KRAMDOWN.replace("</p>\n<div", '</p><p>Deux<a href="#fn:1">1</a></p>\n<div'))

    assert html_of(found)[0].count('<bilan-note id="1">Une') == 2


def test_a_mark_without_a_definition_is_text():
    found = read("Un[^2].")

    assert html_of(found) == ["<p>Un[^2].</p>"]
    assert messages(found) == ["ligne 1 : appel d’une note absente, gardé comme du texte : [^2]"]


def test_a_definition_without_a_mark_is_a_paragraph_at_the_end():
    found = read("[^2]: Oubliée.\n\nUn.")

    assert html_of(found) == ["<p>Un.</p>", "<p>² Oubliée.</p>"]
    assert messages(found) == ["ligne 1 : note que rien n’appelle : gardée en fin de bilan."]


def test_a_second_definition_of_a_label_is_a_note_that_nothing_calls():
    found = read("Un[^1].\n\n[^1]: Une.\n[^1]: Autre.")

    assert [(n.id, n.html) for n in found.notes] == [("1", "Une."), ("1-2", "Autre.")]
    assert html_of(found)[1] == "<p>[1-2] Autre.</p>"


def test_a_note_that_is_called_in_a_note_is_text():
    found = read("Un[^1].\n\n[^1]: Voir[^2].\n[^2]: Là.")

    assert html_of(found) == ['<p>Un<bilan-note id="1">Voir².</bilan-note>.</p>', "<p>² Là.</p>"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- 12 services[^1]\n- 14 agents", ["12", "services¹", "14", "agents"]),
        ("| A | B |\n|---|---|\n| x[^1] | 78 |", ["A", "B", "x¹", "78"]),
        ("# Titre[^1]", ["Titre¹"]),
    ],
)
def test_in_plain_text_a_mark_stays_as_text_and_the_note_at_the_end(text, words):
    found = read(f"{text}\n\n[^1]: Une note.")

    assert loss.list_draft_words(found.drafts[:-1]) == words
    assert html_of(found)[-1] == "<p>¹ Une note.</p>"
    assert "note appelée là où aucune ne peut l’être" in messages(found)[-1]


def test_code_and_escaped_signs_are_no_notes():
    found = read(
        "```\n[^1]: code\n```\n\nUn `[^1]` \\[^1] deux[^1].\n\n<p>html[^1]</p>\n\n[^1]: Une."
    )

    html = html_of(found)[0]
    assert html.count("<bilan-note") == 1
    assert "<code>[^1]</code> [^1] deux<bilan-note" in html
    assert "<p>html[^1]</p>" in html


def test_links_that_lead_to_each_other_are_no_notes_in_a_table_of_contents():
    found = read(
        '<p><a id="t1" href="#s1">1</a></p>\n<h2 id="s1"><a href="#t1">Un</a></h2>\n<p>Mots.</p>'
    )

    assert found.notes == []


def test_notes_that_are_numbered_anew_in_each_part_are_all_kept():
    second = KRAMDOWN.replace("fnref:1", "ref2").replace("fn:1", "n2").replace("Un<", "Deux<")
    found = read(f"{KRAMDOWN}\n\n{second.replace('note</a>', 'autre</a>')}")

    assert [note.id for note in found.notes] == ["1", "1-2"]
    assert len(document_of(found).notes) == 2


def test_an_id_of_a_note_is_kept_and_is_no_word():
    found = read("Un[^1].\n\n[^1]: Une note. {#n4f2c1}")

    assert html_of(found) == ['<p>Un<bilan-note id="n4f2c1">Une note.</bilan-note>.</p>']


def test_an_element_that_somebody_wrote_as_a_note_is_its_words():
    assert html_of(read('Un <bilan-note id="9">deux</bilan-note>.')) == ["<p>Un deux.</p>"]


def test_a_note_of_a_chart_stands_at_the_end():
    found = read(
        '<figure><img src="/a.png" alt="a"><div class="fr-transcription"><p>Un'
        '<a id="r1" href="#n1">1</a></p></div></figure>\n<ol><li id="n1">'
        'Une. <a href="#r1">↩</a></li></ol>'
    )

    assert found.drafts[0].value["transcription"] == "<p>Un¹</p>"
    assert html_of(found)[-1] == "<p>¹ Une.</p>"


WORDS = st.sampled_from(
    [
        "mots",
        "**gras**",
        "12 services",
        "[lien](/a)",
        "[^1]",
        "[^b]",
        "[^c]",
        "[^none]",
        "`x`",
        "a:",
    ]
)
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
DEFINITION = st.tuples(st.sampled_from("1bc1"), LINE, st.booleans()).map(
    lambda note: f"[^{note[0]}]: {note[1]}" + (f"\n\n    {note[1]}" if note[2] else "")
)
LIST = st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {x}" for x in lines))
TABLE = LINE.map(lambda line: f"| a | b |\n|---|---|\n| {line} | 3 |")
HTML = st.sampled_from([KRAMDOWN, WORD, GOOGLE])
PART = st.one_of(LINE, LINE.map(lambda line: f"## {line}"), LIST, TABLE, DEFINITION, HTML)


@settings(max_examples=150, deadline=None)
@given(st.lists(PART, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n"]))
def test_no_word_of_a_note_is_lost_whatever_is_in_the_file(parts, between):
    read(between.join(parts))
