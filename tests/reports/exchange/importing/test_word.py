"""Word documents: the same report as in HTML, nothing lost, each fault a sentence."""

from pathlib import Path

import pytest

from reports.core import document
from reports.core.document.canonical import dump_document
from reports.core.refusal import Refusal
from reports.exchange.importing import fidelity, loss, source
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.storing import stored_body
from reports.exchange.importing.word.conversion import read_document
from tests.reports.exchange.importing.word_files import (
    MACROS,
    W,
    footnote_mark,
    link,
    make_document,
    paragraph,
    run,
    table,
    text_box,
)

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def read(tmp_path: Path, data: bytes | str, name: str = "bilan.docx") -> tuple[Source, Recognised]:
    """Recognise a file, of which nothing may be lost."""
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    origin = source.read_source(path)
    found = recognise(origin, None)
    score = fidelity.compare_words(
        fidelity.list_source_words(origin, ""), loss.list_draft_words(found.drafts, found.notes)
    )
    assert score.lost == (), (origin.text, found.drafts)
    return origin, found


def refuse(tmp_path: Path, data: bytes, name: str = "bilan.docx") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        source.read_source(path)
    return str(refusal.value)


def body_of(found: Recognised) -> bytes:
    stored = stored_body(found.drafts, "/bilan/2024/", lambda named: None, lambda named: "")
    return dump_document(document.read(stored))


def messages(found: Recognised) -> list[str]:
    return list(map(str, found.notices))


REPORT = make_document(
    paragraph(run("Nos résultats"), style="Titre1"),
    paragraph(
        run("Le programme a "),
        run("beaucoup", BOLD),
        run(" "),
        run("changé", ITALIC),
        footnote_mark(2),
        run(", voir "),
        link("l1", run("les chiffres")),
        run("."),
    ),
    paragraph(run("Chiffres"), style="Titre2"),
    paragraph(run("12 services"), level=0),
    paragraph(run("14 000 agents"), level=0),
    table(["Indicateur", "Résultat 2024"], ["Tilia", "12"], ["Orme", "15"]),
    paragraph(run("Fin.")),
    notes={2: paragraph(run("Selon "), run("l’office", BOLD), run("."))},
    links={"l1": "https://a.test/chiffres"},
    title="Bilan 2024",
)
SAME = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Bilan 2024</title></head><body>
<header><a href="/">Accueil</a></header>
<main>
<h1>Nos résultats</h1>

<p>Le programme a <strong>beaucoup</strong> <em>changé</em><sup><a href="#n1" id="r1">1</a></sup>,
voir <a href="https://a.test/chiffres">les chiffres</a>.</p>
<h2>Chiffres</h2>
<ul>
  <li>12 services</li>

  <li>14 000 agents</li>
</ul>
<table><thead><tr><th>Indicateur</th><th>Résultat 2024</th></tr></thead>
<tbody><tr><td>Tilia</td><td>12</td></tr><tr><td>Orme</td><td>15</td></tr></tbody></table>
<p>Fin.</p>
<section class="footnotes"><ol>
<li id="n1"><p>Selon <strong>l’office</strong>. <a href="#r1">↩</a></p></li></ol></section>
</main></body></html>
"""


def test_a_document_and_a_web_page_of_one_report_give_the_same_body(tmp_path):
    word, from_word = read(tmp_path, REPORT)
    page, from_page = read(tmp_path, SAME, "bilan.html")

    assert [draft.kind for draft in from_word.drafts] == [
        *("heading", "paragraph", "heading", "key_figures", "indicator_table", "paragraph")
    ]
    assert body_of(from_word).replace(b"\\n", b" ") == body_of(from_page).replace(b"\\n", b" ")
    assert word.title() == page.title() == "Bilan 2024"
    assert word.year() == 2024


def test_parts_stand_below_the_title_and_above_what_they_hold(tmp_path):
    styles = ("Titre", "Titre1", "Titre2", "Titre1")
    words = ("Rapport 2042", "Activité", "Accueil", "Moyens")
    parts = [paragraph(run(text), style=style) for text, style in zip(words, styles, strict=True)]
    source, found = read(tmp_path, make_document(*parts, paragraph(run("Fin."))))

    assert source.title() == "Rapport 2042"
    levels = [(d.value["text"], d.value["level"]) for d in found.drafts if d.kind == "heading"]
    assert levels == [
        *(("Rapport 2042", "2"), ("Activité", "2")),
        *(("Accueil", "3"), ("Moyens", "2")),
    ]


def test_the_first_row_of_a_table_is_its_head(tmp_path):
    _, found = read(tmp_path, make_document(table(["A", "B"], ["x", "y"])))

    assert [column.heading for column in found.drafts[0].value["table"].columns] == ["A", "B"]


def test_accepted_changes_are_read_and_deleted_words_are_not(tmp_path):
    inserted = f"<w:ins w:id='1'>{run('neuf')}</w:ins>"
    deleted = "<w:del w:id='2'><w:r><w:delText>vieux</w:delText></w:r></w:del>"
    _, found = read(tmp_path, make_document(paragraph(run("Un "), inserted, deleted, run(" mot."))))

    assert found.drafts[0].value["text"] == "<p>Un neuf mot.</p>"
    assert any("suivi des modifications" in message for message in messages(found))


def test_hidden_text_stays_hidden_and_is_named(tmp_path):
    hidden = run("confidentiel", "<w:vanish/>")
    _, found = read(tmp_path, make_document(paragraph(run("Un "), hidden, run("mot."))))

    assert "confidentiel" not in str([draft.value for draft in found.drafts])
    assert messages(found) == ["texte masqué laissé de côté : « confidentiel »"]


def test_text_that_is_marked_as_not_hidden_is_read(tmp_path):
    _, found = read(tmp_path, make_document(paragraph(run("Mot.", "<w:vanish w:val='0'/>"))))

    assert found.drafts[0].value["text"] == "<p>Mot.</p>"


def test_a_text_box_stands_once_after_its_paragraph(tmp_path):
    box = text_box(paragraph(run("Dans le cadre.")))
    _, found = read(
        tmp_path, make_document(paragraph(run("Avant."), box), paragraph(run("Après.")))
    )

    assert found.drafts[0].value["text"] == "<p>Avant.</p><p>Dans le cadre.</p><p>Après.</p>"


def test_a_table_of_contents_that_word_made_is_left_out(tmp_path):
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph(run('Titre 3'))}</w:sdtContent></w:sdt>"
    )
    _, found = read(tmp_path, make_document(contents, paragraph(run("Mots."))))

    assert [draft.value["text"] for draft in found.drafts] == ["<p>Mots.</p>"]
    assert messages(found) == ["sommaire laissé de côté : il est tiré des titres."]


def test_heads_of_pages_are_named(tmp_path):
    header = f"<w:hdr xmlns:w='{W}'>{paragraph(run('En tête'))}</w:hdr>"
    _, found = read(
        tmp_path, make_document(paragraph(run("Mot.")), word__header1_xml=header.encode())
    )

    assert messages(found) == ["en-tête ou pied de page laissé de côté : « En tête »"]


def test_raised_digits_stay_raised(tmp_path):
    raised = run("2", "<w:vertAlign w:val='superscript'/>")
    _, found = read(tmp_path, make_document(paragraph(run("m"), raised, run(" de bureaux."))))

    assert found.drafts[0].value["text"] == "<p>m<sup>2</sup> de bureaux.</p>"


def test_what_the_converter_does_not_know_is_lost_and_told(tmp_path):
    """The words of a formula: the reader of the XML finds them, and the import refuses."""
    formula = "<w:p><m:oMath xmlns:m='urn:m'><m:r><m:t>x2</m:t></m:r></m:oMath></w:p>"
    path = tmp_path / "bilan.docx"
    path.write_bytes(make_document(paragraph(run("Mot.")), formula))
    origin = source.read_source(path)
    found = recognise(origin, None)
    score = fidelity.compare_words(
        fidelity.list_source_words(origin, ""), loss.list_draft_words(found.drafts, found.notes)
    )

    assert score.lost == ("x2",)


def test_lines_of_notices_are_paragraphs(tmp_path):
    origin, _ = read(tmp_path, make_document(paragraph(run("Un.")), paragraph(run("Deux."))))

    assert origin.locate(2) == "paragraphe 2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 rien", "ce n’est pas un document Word (.docx), ou il est abîmé"),
        (REPORT[: len(REPORT) // 2], "ce n’est pas un document Word (.docx), ou il est abîmé"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protégé par un mot de passe, ou d’un ancien format"),
        (make_document(paragraph(run("a")), main_type=MACROS), "ce document contient des macros"),
        (make_document(paragraph(run("a")), word__vbaProject_bin=b"x"), "contient des macros"),
        (make_document("<w:p>"), "ou il est abîmé"),
        (make_document(), "ce document n’a pas de contenu"),
    ],
    ids=["no zip", "cut", "encrypted", "docm", "macros", "xml", "empty"],
)
def test_a_document_that_cannot_be_read_is_refused(tmp_path, data, message):
    assert message in refuse(tmp_path, data)


def test_a_bomb_is_not_unpacked(tmp_path):
    bomb = make_document(paragraph(run("a")), word__media__a_bin=b"\0" * 70_000_000)

    assert len(bomb) < 1_000_000
    assert "décompressé, ce document pèserait 70 Mo" in refuse(tmp_path, bomb)


@pytest.mark.parametrize(
    "entities",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a/>',
        b'<!DOCTYPE a SYSTEM "http://a.test/a.dtd"><a/>',
    ],
)
def test_entities_are_refused(tmp_path, entities):
    data = make_document(paragraph(run("a")), word__footnotes_xml=entities)

    assert "ou il est abîmé" in refuse(tmp_path, data)


def test_the_number_of_a_caption_in_a_simple_field_is_read(tmp_path: Path) -> None:
    number = f'<w:fldSimple w:instr=" SEQ Tableau ">{run("1")}</w:fldSimple>'
    caption = paragraph(run("Tableau "), number, run(" : Prêts"))
    data = make_document(caption, table(["Site", "2031"], ["Nord", "12"], ["Sud", "14"]))
    _, found = read(tmp_path, data)
    assert [draft.value.get("caption") for draft in found.drafts] == ["Tableau 1\xa0: Prêts"]


def test_a_list_whose_levels_are_styles_is_nested() -> None:
    """« List Bullet 2 » has a list of its own in Word, at its first level."""
    data = make_document(
        paragraph(run("Un port"), style="Puces", level=0),
        paragraph(run("Un quai"), style="Puces2", level=0),
        paragraph(run("Un phare"), style="Puces", level=0),
    )
    html = read_document("bilan.docx", data).html
    assert "<ul><li>Un port<ul><li>Un quai</li></ul></li><li>Un phare</li></ul>" in html


def test_a_block_text_is_a_quotation() -> None:
    """So does pandoc write quotations."""
    data = make_document(paragraph(run("Le quai est refait."), style="Bloc"))
    html = read_document("bilan.docx", data).html
    assert "<blockquote><p>Le quai est refait.</p></blockquote>" in html


def test_notices_name_the_title_above_them(tmp_path):
    origin, _ = read(tmp_path, make_document(paragraph(run("Un."))))
    [named] = origin.name_places([Notice(7, "rien.")], [(2, "Haies"), (5, "Vergers"), (9, "Après")])
    assert str(named) == "dans « Vergers » (paragraphe 7) : rien."
