"""Transcriptions: generated from the data, or written and then watched."""

from reports.tables import Cell, Column, Row, Table
from reports.transcription import Origin, follow, origin, transcribe


def data(*pairs, columns=("Catégorie", "Services")) -> Table:
    return Table(
        tuple(Column(heading, f"c{n}") for n, heading in enumerate(columns)),
        tuple(Row(tuple(map(Cell, cells)), f"r{n}") for n, cells in enumerate(pairs)),
    )


def test_one_series_is_a_sentence_and_a_list():
    assert transcribe(
        "Services par incubateur", data(("DINUM", "59"), ("IGN", "1400")), "produits"
    ) == (
        "<p>« Services par incubateur » présente 2 valeurs (produits) :</p>"
        "<ul><li>DINUM : 59</li><li>IGN : 1\u202f400</li></ul>"
    )


def test_several_series_are_a_sentence_and_a_table():
    html = transcribe("Effectifs", data(("2023", "1", "2"), columns=("Année", "Agents", "Autres")))
    assert "présente 2 séries sur 1 catégories" in html
    assert '<th scope="row">2023</th><td>1</td><td>2</td>' in html


def test_markup_in_data_is_escaped():
    assert "<script>" not in transcribe("<script>", data(("<script>", "<b>1</b>")))


def test_no_data_gives_no_transcription():
    assert transcribe("Titre", Table()) == ""
    assert origin("", Table(), "") is Origin.MISSING


def test_a_change_of_data_after_an_edit_is_flagged_until_the_words_change():
    old, new = data(("DINUM", "59")), data(("DINUM", "60"))
    basis = follow("", old, "<p>59</p>")
    assert origin("", old, "") is Origin.GENERATED
    assert origin(basis, old, "<p>59</p>") is Origin.EDITED

    kept = follow(basis, new, "<p>59</p>")
    assert origin(kept, new, "<p>59</p>") is Origin.OUTDATED

    renewed = follow(kept, new, "<p>60</p>")
    assert origin(renewed, new, "<p>60</p>") is Origin.EDITED


def test_an_emptied_transcription_is_generated_again():
    basis = follow("", data(("DINUM", "59")), "<p>59</p>")
    assert follow(basis, data(("DINUM", "59")), "  ") == ""
