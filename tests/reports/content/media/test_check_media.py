"""`check_media` finds what differs between rows and files, and repairs what it can."""

import io
import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image

from reports.content.media import file_faults
from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.uploads.pictures import clean_picture, has_metadata
from tests.reports.content.media import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["folder", "bucket"], autouse=True)
def storage(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> str:
    if request.param == "folder":
        settings.MEDIA_ROOT = tmp_path
    else:
        request.getfixturevalue("bucket")
    return str(request.param)


@pytest.fixture
def picture(picture_bytes: bytes) -> Picture:
    return Picture.objects.create(title="Titre", file=ContentFile(picture_bytes, "a.png"))


@pytest.fixture
def document() -> ReportDocument:
    return ReportDocument.objects.create(title="Titre", file=ContentFile(b"texte", "a.txt"))


def run(capsys: Any, repair: bool = False) -> tuple[list[str], str]:
    """Return the lines that the command prints, and what it fails with, if it does."""
    failure = ""
    try:
        call_command("check_media", repair=repair)
    except CommandError as error:  # exit code 1
        failure = str(error)
    lines = capsys.readouterr().out.splitlines()
    assert "Titre" not in "".join(lines)
    return lines, failure


def test_nothing_is_wrong(capsys: Any, picture: Picture, document: ReportDocument) -> None:
    assert run(capsys) == (["0 anomalie(s), 0 réparée(s)."], "")


def test_files_that_are_missing(capsys: Any, picture: Picture, document: ReportDocument) -> None:
    for record in (picture, document):
        default_storage.delete(record.file.name)
    lines, failure = run(capsys, repair=True)
    assert lines == [
        f"image {picture.key} : le fichier {picture.file.name} manque.",
        f"document {document.key} : le fichier {document.file.name} manque.",
    ]
    assert failure == "2 anomalie(s), 0 réparée(s)."


def test_a_rendition_whose_file_is_missing_is_made_anew(capsys: Any, picture: Picture) -> None:
    lost = picture.renditions.first()
    default_storage.delete(lost.file.name)
    sentence = f"image {picture.key} : la version réduite {lost.file.name} manque."
    assert run(capsys) == ([sentence], "1 anomalie(s), 0 réparée(s).")
    lines, failure = run(capsys, repair=True)
    assert (lines[0], failure) == (f"{sentence} Réparé.", "")
    assert picture.renditions.count() == 3
    assert all(default_storage.exists(each.file.name) for each in picture.renditions.all())
    assert run(capsys)[1] == ""


def test_a_thumbnail_of_the_admin_is_forgotten(capsys: Any, picture: Picture) -> None:
    thumbnail = picture.get_rendition("max-165x165")
    default_storage.delete(thumbnail.file.name)
    assert run(capsys, repair=True)[1] == ""
    assert not Rendition.objects.filter(pk=thumbnail.pk).exists()
    assert run(capsys)[1] == ""


def test_a_rendition_of_a_picture_that_is_missing_cannot_be_made(
    capsys: Any, picture: Picture
) -> None:
    default_storage.delete(picture.file.name)
    picture.renditions.all().delete()
    lines, failure = run(capsys, repair=True)
    assert lines[1] == f"image {picture.key} : 3 version(s) réduite(s) à faire."
    assert failure == "2 anomalie(s), 0 réparée(s)."


def test_a_picture_that_is_too_large_has_no_renditions_to_make(
    capsys: Any, picture: Picture, settings: Any
) -> None:
    picture.renditions.all().delete()
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40 * 30 - 1
    assert "à faire" not in "".join(run(capsys)[0])


def test_a_file_without_a_row_goes_when_it_is_older_than_an_hour(
    capsys: Any, picture: Picture, document: ReportDocument, storage: str, monkeypatch: Any
) -> None:
    names = [
        default_storage.save(f"{folder}/left.txt", ContentFile(b"left"))
        for folder in file_faults.MODELS
    ]
    drawing = default_storage.save("charts/a.svg", ContentFile(b"<svg></svg>"))
    assert run(capsys, repair=True)[1] == ""
    assert all(map(default_storage.exists, names))
    if storage == "folder":
        for name in names:
            long_ago = time.time() - 3700
            os.utime(default_storage.path(name), (long_ago, long_ago))
    else:
        monkeypatch.setattr(file_faults, "MIN_FILE_AGE", file_faults.MIN_FILE_AGE * 0)
    monkeypatch.setattr(file_faults, "PAGE_SIZE", 2)
    sentences = [f"{name} : aucune fiche n’a ce fichier." for name in names]
    assert run(capsys) == (sentences, "3 anomalie(s), 0 réparée(s).")
    lines, failure = run(capsys, repair=True)
    assert (lines[:3], failure) == ([f"{sentence} Réparé." for sentence in sentences], "")
    assert not any(map(default_storage.exists, names))
    assert default_storage.exists(drawing)
    assert default_storage.exists(picture.file.name)
    assert run(capsys)[1] == ""


def store_as_it_is(picture: Picture, content: bytes) -> None:
    """Put a content in place of a picture's, as uploads did before they were cleaned."""
    default_storage.delete(picture.file.name)
    assert default_storage.save(picture.file.name, ContentFile(content)) == picture.file.name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_metadata_of_old_uploads_is_removed(
    capsys: Any, kind: str, django_capture_on_commit_callbacks: Any
) -> None:
    suffix = kind.lower()
    plain = pictures.encode(pictures.small(), kind)
    picture = Picture.objects.create(title="Titre", file=ContentFile(plain, f"a.{suffix}"))
    exif = Image.Exif()
    exif[0x013B] = pictures.SECRET
    exif[0x0112] = 6  # turned by a quarter
    store_as_it_is(picture, pictures.encode(pictures.small(), kind, exif=exif))
    before = picture.file.name
    lines, failure = run(capsys)
    assert lines == [f"image {picture.key} : {before} porte des métadonnées."]
    assert failure
    with django_capture_on_commit_callbacks(execute=True):
        assert run(capsys, repair=True)[1] == ""
    picture.refresh_from_db()
    stored = default_storage.open(picture.file.name).read()
    assert pictures.SECRET.encode() not in stored
    assert Image.open(io.BytesIO(stored)).size == (picture.width, picture.height) == (30, 40)
    assert picture.file_size == len(stored)
    assert picture.file.name != before
    assert not default_storage.exists(before)
    assert [(each.width, each.height) for each in picture.renditions.all()] == [(30, 40)] * 3
    assert run(capsys)[1] == ""


def test_what_cannot_be_cleaned_is_told_each_time(capsys: Any, picture: Picture) -> None:
    store_as_it_is(picture, b"\x89PNG\r\n\x1a\nbroken")
    for repair in (False, True):
        lines, failure = run(capsys, repair)
        assert lines[0].startswith(f"image {picture.key} : {picture.file.name} n’est pas lisible.")
        assert failure


@pytest.mark.parametrize("case", sorted(pictures.odd()))
def test_what_an_upload_stores_has_no_metadata(case: str) -> None:
    name, content = pictures.odd()[case]
    assert not has_metadata(clean_picture(ContentFile(content, name), name).read())
