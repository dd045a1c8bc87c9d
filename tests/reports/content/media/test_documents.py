"""Documents: a closed list of types, known by name and content; sent so that none can act."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from reports.content.media.documents import UnusableDocument, check_document
from reports.content.models import ReportDocument, User

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<</Author (Quelqu'un)>>\nendobj\n%%EOF\n"


def archive(*entries: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in entries:
            file.writestr(name, content)
    return buffer.getvalue()


def ods(*more: tuple[str, bytes], media_type: str = "spreadsheet") -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{media_type}".encode()
    return archive(("mimetype", mimetype), ("content.xml", b"<a/>"), *more)


def xlsx(*more: tuple[str, bytes]) -> bytes:
    return archive(("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>"), *more)


ACCEPTED = {
    "a.pdf": PDF,
    "A.PDF": PDF,
    "a.ods": ods(),
    "a.odt": ods(media_type="text"),
    "a.odp": ods(media_type="presentation"),
    "a.xlsx": xlsx(),
    "a.docx": archive(("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a/>")),
    "a.pptx": archive(("[Content_Types].xml", b"<a/>"), ("ppt/presentation.xml", b"<a/>")),
    "a.csv": "année;valeur\n2024;12 %\n".encode("cp1252"),
    "b.csv": "année\tvaleur\n".encode("utf-16"),
    "a.txt": b"Un texte avec <balise>.",
    "a.zip": archive(("donnees.csv", b"a;b")),
}
REFUSED = {
    "HTML": ("a.html", b"<!doctype html><script>alert(1)</script>"),
    "SVG": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "program": ("a.exe", b"MZ\x90\0"),
    "script": ("a.js", b"alert(1)"),
    "macros by name": ("a.xlsm", xlsx()),
    "old Office": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "no suffix": ("document", PDF),
    "HTML named .pdf": ("a.pdf", b"<html>%PDF-1.7"),
    "HTML named .csv": ("a.csv", b"\xef\xbb\xbf \n<!DOCTYPE html><script>alert(1)</script>"),
    "HTML in UTF-16 named .txt": ("a.txt", "<html><script>".encode("utf-16")),
    "program named .txt": ("a.txt", b"MZ\x90\0"),
    "shell script named .txt": ("a.txt", b"#!/bin/sh\n"),
    "PDF named .csv": ("a.csv", PDF),
    "bytes named .csv": ("a.csv", bytes(range(256))),
    "XLSX named .ods": ("a.ods", xlsx()),
    "ODT named .ods": ("a.ods", ods(media_type="text")),
    "ODS with macros": ("a.ods", ods(("Basic/Standard/Module1.xml", b"<a/>"))),
    "XLSX with macros": ("a.xlsx", xlsx(("xl/vbaProject.bin", b"x"))),
    "ZIP named .docx": ("a.docx", archive(("a.txt", b"a"))),
    "ZIP with a program": ("a.zip", archive(("donnees/a.EXE", b"MZ"))),
    "ZIP that climbs": ("a.zip", archive(("../../a.csv", b"a"))),
    "ZIP of 20,000 entries": ("a.zip", archive(*((f"{i}.csv", b"") for i in range(20_000)))),
    "broken ZIP": ("a.zip", ods()[:-30]),
    "empty ZIP": ("a.zip", b"PK\5\6" + bytes(18)),
    "PDF named .zip": ("a.zip", PDF),
    "nothing": ("a.pdf", b""),
}


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def add(client: Client, name: str, content: bytes) -> Any:
    file = SimpleUploadedFile(name, content)
    data = {"title": "Document", "file": file, "collection": "1", "tags": "", "language": "fr"}
    return client.post(reverse("wagtaildocs:add"), data)


def add_several(client: Client, name: str, content: bytes) -> Any:
    data = {"title": "Document", "files[]": SimpleUploadedFile(name, content), "collection": "1"}
    return client.post(reverse("wagtaildocs:add_multiple"), data)


def add_from_chooser(client: Client, name: str, content: bytes) -> Any:
    file = SimpleUploadedFile(name, content)
    data = {"title": "Document", "file": file, "collection": "1", "tags": "", "language": "fr"}
    data = {f"document-chooser-upload-{key}": value for key, value in data.items()}
    return client.post(reverse("wagtaildocs_chooser:create"), data)


def replace(client: Client, name: str, content: bytes) -> Any:
    document = ReportDocument.objects.create(title="Avant", file=ContentFile(PDF, "a.pdf"))
    file = SimpleUploadedFile(name, content)
    data = {"title": "Document", "file": file, "collection": "1", "tags": "", "language": "fr"}
    return client.post(reverse("wagtaildocs:edit", args=(document.pk,)), data)


WAYS = (add, add_several, add_from_chooser, replace)


def is_stored() -> bool:
    return ReportDocument.objects.filter(title="Document").exists()


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_document_gets_a_sentence(editor: Client, case: str) -> None:
    answer = add(editor, *REFUSED[case])
    assert answer.status_code == 200
    (error,) = answer.context["form"].errors["file"]
    assert error.endswith(".")
    assert not is_stored()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_each_way_in_refuses_and_accepts(editor: Client, way: Any) -> None:
    assert way(editor, *REFUSED["HTML named .csv"]).status_code == 200
    assert not is_stored()
    way(editor, "a.ods", ACCEPTED["a.ods"])
    assert is_stored()


def test_what_is_too_heavy_is_refused(editor: Client, settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    (error,) = add(editor, "a.pdf", PDF).context["form"].errors["file"]
    assert error.endswith(".")
    assert not is_stored()
    with pytest.raises(UnusableDocument):  # imports have no form of Wagtail's
        check_document(ContentFile(PDF), "a.pdf")


@pytest.mark.parametrize("name", ACCEPTED)
def test_documents_are_sent_as_they_came_and_saved_unless_pdf(editor: Client, name: str) -> None:
    add(editor, name, ACCEPTED[name])
    answer = editor.get(ReportDocument.objects.get(title="Document").url)
    assert answer.status_code == 200
    assert b"".join(answer) == ACCEPTED[name]
    kind = "inline" if name.lower() == "a.pdf" else "attachment"
    assert answer["Content-Disposition"].startswith(f"{kind};")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] in CONTENT_TYPES[name.lower().partition(".")[2]]


CONTENT_TYPES = {
    "pdf": "application/pdf",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "csv": "text/csv",
    "txt": "text/plain",
    "zip": "application/zip",
}


@pytest.mark.parametrize(
    ("name", "content"), [("a.html", b"<script>alert(1)</script>"), ("a.pdf", b"<script>")]
)
def test_what_was_stored_before_is_sent_as_bytes_to_save(
    client: Client, name: str, content: bytes
) -> None:
    document = ReportDocument.objects.create(title="Ancien", file=ContentFile(content, name))
    answer = client.get(document.url)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_was_stored_before_can_still_be_renamed(editor: Client) -> None:
    document = ReportDocument.objects.create(title="Ancien", file=ContentFile(b"<a>", "a.html"))
    data = {"title": "Document", "collection": "1", "tags": "", "language": "fr"}
    editor.post(reverse("wagtaildocs:edit", args=(document.pk,)), data)
    assert is_stored()


@pytest.mark.parametrize("model", ["image", "document"])
def test_an_upload_that_was_asked_for_more_first_is_stored_too(
    editor: Client, model: str, picture_bytes: bytes
) -> None:
    """Wagtail keeps an upload whose title is too long, and makes the record in a second step."""
    app, file, many = {
        "image": ("wagtailimages", SimpleUploadedFile("a.png", picture_bytes), "uploaded_image"),
        "document": ("wagtaildocs", SimpleUploadedFile("a.pdf", PDF), "uploaded_document"),
    }[model]
    data = {"title": "x" * 300, "files[]": file, "collection": "1"}
    upload = editor.post(reverse(f"{app}:add_multiple"), data).json()["uploaded_file_id"]
    prefix = f"{many.replace('_', '-')}-{upload}"
    answer = editor.post(
        reverse(f"{app}:create_multiple_from_{many}", args=(upload,)),
        {f"{prefix}-title": "Titre", f"{prefix}-collection": "1", f"{prefix}-language": "fr"},
    )
    assert answer.json()["success"]
