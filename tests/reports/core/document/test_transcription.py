"""Transcriptions: generated from the data, or written and then watched."""

import pytest

from reports.content.tables import Cell, Column, Row, Table
from reports.core.document.transcription import (
    Origin,
    digest_parts,
    find_origin,
    find_original_data,
    renew_basis,
    transcribe,
    transcribe_as_prose,
)


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
        "<ul><li>DINUM : 59</li><li>IGN : 1400</li></ul>"
    )


def test_several_series_are_a_sentence_and_a_table():
    html = transcribe("Effectifs", data(("2023", "1", "2"), columns=("Année", "Agents", "Autres")))
    assert "présente 2 séries sur 1 catégorie :" in html
    assert '<th scope="row">2023</th><td>1</td><td>2</td>' in html


def test_markup_in_data_is_escaped():
    assert "<script>" not in transcribe("<script>", data(("<script>", "<b>1</b>")))


def test_no_data_gives_no_transcription():
    assert transcribe("Titre", Table()) == ""
    assert find_origin("", Table(), "") is Origin.MISSING


def test_a_change_of_data_after_an_edit_is_flagged_until_the_words_change():
    old, new = data(("DINUM", "59")), data(("DINUM", "60"))
    basis = renew_basis("", old, "<p>59</p>")
    assert find_origin("", old, "") is Origin.GENERATED
    assert find_origin(basis, old, "<p>59</p>") is Origin.EDITED

    kept = renew_basis(basis, new, "<p>59</p>")
    assert find_origin(kept, new, "<p>59</p>") is Origin.OUTDATED

    renewed = renew_basis(kept, new, "<p>60</p>")
    assert find_origin(renewed, new, "<p>60</p>") is Origin.EDITED


def test_an_emptied_transcription_is_generated_again():
    basis = renew_basis("", data(("DINUM", "59")), "<p>59</p>")
    assert renew_basis(basis, data(("DINUM", "59")), "  ") == ""


@pytest.mark.parametrize("nothing", ["", "  ", '<p data-block-key="a1"></p>', "<p>\u00a0</p>"])
def test_words_that_say_nothing_are_none(nothing):
    assert renew_basis("", data(("DINUM", "59")), nothing) == ""
    assert find_origin("", data(("DINUM", "59")), nothing) is Origin.GENERATED


def test_the_shape_of_words_is_not_what_they_say():
    basis = renew_basis("", data(("DINUM", "59")), "<p>59  services</p>\n<ul>\n<li>m²</li></ul>")
    edited = '<p data-block-key="a">59\u00a0services</p><ul><li data-block-key="b">m2</li></ul>'
    assert renew_basis(basis, data(("DINUM", "60")), edited) == basis


def test_ids_are_not_what_data_say():
    copied = Table(
        tuple(Column(column.heading) for column in data().columns), (Row((Cell("A"), Cell("1"))),)
    )
    assert find_origin(renew_basis("", data(("A", "1")), "Mots"), copied, "Mots") is Origin.EDITED


def test_a_ragged_table_says_what_it_says_once_it_is_squared():
    ragged = data(("DINUM",))
    basis = renew_basis("", ragged, "Mots")
    assert find_origin(basis, ragged.pad_rows(), "Mots") is Origin.EDITED


def test_an_older_basis_still_says_whether_data_have_changed():
    then, words = data(("DINUM", "59")), "<p>59</p>"
    basis = f"{digest_parts(then.stored)}:{digest_parts(words)}"
    now = data(("DINUM", "60"))
    assert find_origin(basis, then, words) is Origin.EDITED
    assert find_origin(renew_basis(basis, now, words), now, words) is Origin.OUTDATED
    assert find_origin(renew_basis(basis, now, "<p>60</p>"), now, "<p>60</p>") is Origin.EDITED


def test_what_words_were_written_for_is_remembered_or_unknown():
    then, now = data(("DINUM", "59")), data(("DINUM", "60"))
    basis = renew_basis("", then, "Mots")
    assert find_original_data(basis, then, Table()) == then
    assert find_original_data(basis, now, then) == then
    assert find_original_data(basis, now, data(("DINUM", "1"))) == Table()
    assert find_original_data("", now, then) == Table()


def test_what_is_to_be_edited_has_no_table():
    several = data(("A & B", "1", ""), columns=("", "2023", ""))
    assert transcribe_as_prose("T", several).endswith(
        "<ul><li>A &amp; B : 2023, 1 ; Intitulé, </li></ul>"
    )
    single = data(("DINUM", "59"))
    assert transcribe_as_prose("T", single, "services") == transcribe("T", single, "services")
    assert transcribe_as_prose("T", Table()) == ""
