"""Pictures of a Word document: stored as files, or named where they cannot be."""

from pathlib import Path
from typing import Any

import pytest

from reports.content.models import AnnualReportPage, Picture
from reports.exchange.importing import source
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.word import pictures
from tests.reports.exchange.importing.word_files import make_document, paragraph, picture, run

pytestmark = pytest.mark.django_db
ALT = "Trois tilleuls devant la mairie"


def document(data: bytes, alt: str = ALT, **parts: Any) -> bytes:
    blocks = (paragraph(run("Avant.")), paragraph(picture("i1", alt)), paragraph(run("Après.")))
    return make_document(
        *blocks,
        pictures={"i1": "media/image1.png"},
        word__media__image1_png=data,
        title="Bilan 2031",
        **parts,
    )


def save(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "bilan.docx"
    path.write_bytes(data)
    return path


def blocks() -> list[Any]:
    page = AnnualReportPage.objects.get(year=2031).get_latest_revision_as_object()
    return list(page.body)


def test_a_picture_is_stored_with_its_alternative(import_file, tmp_path, picture_bytes):
    path = save(tmp_path, document(picture_bytes))
    outcome = import_file(path)
    assert outcome.fidelity.lost == ()
    before, block, after = blocks()
    assert [each.block_type for each in (before, block, after)] == [
        *("paragraph", "picture", "paragraph")
    ]
    stored = Picture.objects.get()
    assert block.get_prep_value()["value"]["picture"] == stored.pk
    assert (block.value["alt"], block.value["source_url"]) == (ALT, "")
    assert (stored.width, stored.height, stored.title, stored.description) == (40, 30, ALT, ALT)
    assert not [each for each in outcome.notices if "image" in str(each)]
    assert import_file(path).status == "inchangé"
    assert Picture.objects.count() == 1


def test_a_picture_without_words_is_called_image(import_file, tmp_path, picture_bytes):
    import_file(save(tmp_path, document(picture_bytes, alt="")))
    stored = Picture.objects.get()
    assert (stored.title, stored.description, blocks()[1].value["alt"]) == ("Image", "", "")


def test_what_is_no_picture_is_refused_and_named(import_file, tmp_path):
    outcome = import_file(save(tmp_path, document(b"no picture")))
    assert not Picture.objects.exists()
    assert blocks()[1].value["alt"] == ALT
    assert any("image refusée" in str(each) for each in outcome.notices)


def test_a_dry_run_stores_no_picture(import_file, tmp_path, picture_bytes):
    import_file(save(tmp_path, document(picture_bytes)), dry_run=True)
    assert not Picture.objects.exists()


def read(path: Path) -> tuple[source.Source, list[str]]:
    origin = source.read_source(path)
    return origin, list(map(str, recognise(origin, None).notices))


def test_a_picture_whose_file_is_missing_is_named(tmp_path, picture_bytes):
    blocks = (paragraph(run("Un.")), paragraph(picture("i1", ALT)))
    origin, notices = read(
        save(tmp_path, make_document(*blocks, pictures={"i1": "media/image1.png"}))
    )
    assert origin.pictures == {}
    assert notices == [f"image « {ALT} » : le fichier n’est pas repris, ajoutez-le au bloc."]


@pytest.mark.parametrize(("name", "most"), [("MAX_PICTURE_BYTES", 150), ("MAX_PICTURES", 0)])
def test_no_more_is_read_than_there_is_room_for(tmp_path, picture_bytes, monkeypatch, name, most):
    monkeypatch.setattr(pictures, name, most)
    twice = paragraph(picture("i1", ALT))
    data = make_document(
        twice, twice, pictures={"i1": "media/a.png"}, word__media__a_png=picture_bytes
    )
    origin, notices = read(save(tmp_path, data))
    assert len(origin.pictures) == (1 if len(picture_bytes) <= most else 0)
    assert any("n’est pas repris" in each for each in notices)
