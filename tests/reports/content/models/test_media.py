"""Pictures and documents say what they are, and are named by what they hold."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from reports.content.models import Picture, ReportDocument
from reports.content.models.media import EARLIER_RENDITIONS, RENDITIONS, name_renditions
from reports.content.uploads import pdf, pdf_reader

pytestmark = pytest.mark.django_db


def pdf_bytes(pages: int, language: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=100, height=100)
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


def pdf_with(title: str | None = None, xmp: str | None = None, **catalog: PdfObject) -> io.BytesIO:
    """A PDF of one page with this title, these metadata and these entries in its catalog."""
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    if title is not None:
        writer.add_metadata({"/Title": title})
    if xmp is not None:
        stream = DecodedStreamObject()
        stream.set_data(xmp.encode())
        names = {"/Type": "/Metadata", "/Subtype": "/XML"}
        stream.update({NameObject(k): NameObject(v) for k, v in names.items()})
        catalog["Metadata"] = writer._add_object(stream)
    for name, value in catalog.items():
        writer.root_object[NameObject(f"/{name}")] = value
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer


def marked(value: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject("/Marked"): value})


@pytest.mark.parametrize(
    ("catalog", "tagged"),
    [
        ({}, False),
        ({"MarkInfo": marked(BooleanObject(True))}, True),
        ({"MarkInfo": marked(BooleanObject(False))}, False),
        ({"MarkInfo": marked(NumberObject(1))}, False),
        ({"MarkInfo": DictionaryObject()}, False),
        ({"MarkInfo": NumberObject(1)}, False),
    ],
)
def test_a_pdf_says_whether_it_is_tagged(catalog, tagged):
    found = pdf.read_pdf_facts(pdf_with(**catalog))
    assert found is not None
    assert (found.pages, found.tagged) == (1, tagged)


@pytest.mark.parametrize(
    ("words", "titled"),
    [
        ({}, False),
        ({"title": "Bilan 2024"}, True),
        ({"title": "  "}, False),
        ({"xmp": XMP.format("Bilan 2024")}, True),
        ({"xmp": XMP.format(" ")}, False),
        ({"title": "", "xmp": XMP.format("Bilan 2024")}, True),
        ({"xmp": "<no xml"}, False),
        ({"xmp": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, False),
        ({"title": "Bilan 2024", "xmp": "<no xml"}, True),
    ],
)
def test_a_pdf_says_whether_it_has_a_title(words, titled):
    found = pdf.read_pdf_facts(pdf_with(**words))
    assert found is not None
    assert (found.pages, found.titled) == (1, titled)


def without_catalog(entries: int) -> bytes:
    """Return a PDF whose table leads from each entry to one array, and to no catalog."""
    head = b"%PDF-1.7\n1 0 obj\n[" + b"0 " * entries + b"]\nendobj\n"
    table = (
        b"xref\n0 %d\n0000000000 65535 f \n" % (entries + 1) + b"0000000009 00000 n \n" * entries
    )
    return head + table + b"trailer\n<< /Size %d >>\nstartxref\n%d\n%%%%EOF" % (entries, len(head))


def test_a_pdf_without_a_catalog_is_searched_for_none(monkeypatch):
    seen = []
    find = PdfReader.get_object
    monkeypatch.setattr(
        PdfReader, "get_object", lambda self, object: seen.append(object) or find(self, object)
    )
    assert pdf_reader.read_facts(io.BytesIO(without_catalog(50))) is None
    assert seen == []


def test_a_pdf_that_cannot_be_read_is_read_once(monkeypatch):
    data = without_catalog(5)
    document = ReportDocument.objects.create(title="a", file=ContentFile(data, "a.pdf"))
    assert (document.pages, document.tagged, document.titled) == (None, False, None)
    document.refresh_from_db()
    read = []
    monkeypatch.setattr(pdf, "read_pdf_facts", read.append)
    document.save()
    assert read == []
    document.file = ContentFile(pdf_bytes(2, "fr"), "b.pdf")
    monkeypatch.undo()
    document.save()
    assert (document.pages, document.tagged, document.titled) == (2, False, False)


def test_a_pdf_says_its_pages_its_language_and_its_size():
    content = pdf_bytes(3, "en-GB")
    document = ReportDocument.objects.create(title="a", file=ContentFile(content, "a.pdf"))
    assert (document.pages, document.language, document.file_size) == (3, "en-GB", len(content))


def test_pages_that_an_editor_gave_are_kept():
    document = ReportDocument.objects.create(
        title="a", pages=12, file=ContentFile(pdf_bytes(3), "a.pdf")
    )
    assert (document.pages, document.language) == (12, "fr")


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\nbroken"])
def test_a_broken_pdf_is_kept_without_pages(content):
    document = ReportDocument.objects.create(title="a", file=ContentFile(content, "a.pdf"))
    assert document.pages is None
    assert pdf.read_pdf_facts(io.BytesIO(content)) is None


def test_names_of_files_and_addresses_carry_no_row_number(picture_bytes):
    document = ReportDocument.objects.create(
        title="Bilan 2024 / deux.pdf", file=ContentFile(pdf_bytes(1), "x.PDF")
    )
    picture = Picture.objects.create(title="a", file=ContentFile(picture_bytes + b"1", "é à.png"))
    assert document.url == f"/documents/{document.key}/Bilan-2024---deux.pdf"
    assert document.file.name.startswith("documents/")
    assert len(picture.file.name) == len("original_images/") + 64 + len(".png")


def test_a_file_s_name_does_not_tell_that_its_content_is_there_already(picture_bytes):
    pictures = [
        Picture.objects.create(title="a", file=ContentFile(picture_bytes + b"3", "a.png"))
        for _ in range(2)
    ]
    names = [re.fullmatch(r"original_images/[0-9a-f]{64}\.png", p.file.name) for p in pictures]
    assert all(names)
    assert pictures[0].file.name != pictures[1].file.name
    files = [r.file.name for p in pictures for r in p.renditions.all()]
    assert len(set(files)) == len(files)
    name = re.compile(r"images/[0-9a-f]{28,}\.max-\d+x\d+\.format-webp\.webp")
    assert all(map(name.fullmatch, files))


def test_every_rendition_of_the_closed_list_is_made_when_a_picture_is_saved(picture_bytes):
    picture = Picture.objects.create(title="a", file=ContentFile(picture_bytes + b"2", "a.png"))
    assert set(picture.renditions.values_list("filter_spec", flat=True)) == set(RENDITIONS.values())
    for rendition in picture.renditions.all():
        with rendition.file.open() as file, Image.open(file) as image:
            assert image.format == "WEBP"


def test_renditions_of_an_earlier_release_go_once_those_of_today_are_there(picture_bytes):
    picture = Picture.objects.create(title="a", file=ContentFile(picture_bytes + b"4", "a.png"))
    picture.renditions.all().delete()
    earlier = picture.get_renditions(*EARLIER_RENDITIONS.values()).values()
    assert set(name_renditions(earlier)) == {"SMALL", "MEDIUM", "LARGE"}

    picture.make_renditions()
    rows = list(Picture.objects.get(pk=picture.pk).renditions.all())
    assert {row.filter_spec for row in rows} == set(RENDITIONS.values())
    both = name_renditions([*rows, *earlier])
    assert {row.filter_spec for row in both.values()} == set(RENDITIONS.values())
