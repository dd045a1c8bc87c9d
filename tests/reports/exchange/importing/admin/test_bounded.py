"""What people give is read in a process with bounds: the page says so where one is reached."""

import io
import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from reports.content.models import AnnualReportPage, ReportDocument
from reports.content.site_tree import report_index
from reports.content.uploads import pdf
from reports.core.bounded.process import BoundedProcess, Exhausted
from reports.exchange.importing import parsing
from tests.reports.content.models.test_media import pdf_bytes

PAGE = (
    '<p><a href="http://localhost/bilan/2030/">Le bilan</a></p><p>12 agents</p>'
    '<img src="data:image/png;base64,iVBORw0KGgo=">'
)
TEXT = "---\ntitle: Bilan\n---\n\n## Un\n\nNous avons 12 agents.\n\n> cité\n"


def paste(client: Client, html: str) -> Any:
    files = {"html": SimpleUploadedFile("html", html.encode())}
    headers = {"X-Requested-With": "XMLHttpRequest"}
    return client.post(reverse("bilan_paste_new"), files, headers=headers)


def send(client: Client, text: str) -> Any:
    address = reverse("bilan_import", args=[report_index().pk])
    file = SimpleUploadedFile("a.md", text.encode())
    return client.post(address, {"documents": [file], "year": 2031, "title": "Bilan"})


def test_a_process_reads_as_this_one_does(editor: Client, settings: Any) -> None:
    report_index()
    here = paste(editor, PAGE).json()
    settings.BOUNDED_PROCESSES = True
    there = paste(editor, PAGE).json()
    imported = send(editor, TEXT)
    parsing.PARSER.end()
    assert here["blocks"]
    assert json.dumps(there["lines"]) == json.dumps(here["lines"])
    assert there["notices"] == here["notices"]
    assert imported.status_code == 302
    assert "12 agents" in str(AnnualReportPage.objects.get(year=2031).body)


def test_what_takes_too_much_is_a_sentence(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    report_index()

    def exhaust(self: BoundedProcess, name: str, *given: Any) -> None:
        raise Exhausted("the process ended with -24")

    monkeypatch.setattr(BoundedProcess, "call", exhaust)
    pasted = paste(editor, PAGE)
    assert pasted.status_code == 400
    assert pasted.json()["error"] == parsing.PASTE_TOO_COSTLY
    assert parsing.TOO_COSTLY.format("a.md") in send(editor, TEXT).content.decode()
    assert not AnnualReportPage.objects.exists()
    document = ReportDocument.objects.create(title="a", file=ContentFile(b"%PDF-", "a.pdf"))
    assert (document.pages, document.tagged, document.titled) == (None, False, None)


def test_a_pdf_is_read_in_a_process(settings: Any) -> None:
    settings.BOUNDED_PROCESSES = True
    file = io.BytesIO(pdf_bytes(2, "fr"))
    assert pdf.read_pdf_facts(file) == (2, "fr", False, False)
    assert file.tell() == 0
    pdf.READER.end()
