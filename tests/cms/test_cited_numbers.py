"""The page and the PDF lead from a number of a text to the table that it repeats, and back."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from reports.content.models import AnnualReportPage
from reports.publishing.models import ReportVersion
from tests.reports_graphql.bodies import block
from tests.reports_graphql.test_changes import act
from tests.reports_graphql.test_citations import addresses_of, cite

from .frontend.page import read
from .pdf.conftest import index, make, no_cache, pdfs_are_made, publish

__all__ = ["index", "make", "no_cache", "pdfs_are_made", "publish"]

pytestmark = pytest.mark.django_db

TEXT, TABLE = block(1, "paragraph", {})["id"], block(2, "data_table", {})["id"]


@pytest.fixture
def report(publish: Any) -> AnnualReportPage:
    """The report of 2024, whose text cites its table and that of 2023."""
    publish_table(publish, 2023, "47", "")
    return publish_table(publish, 2024, "58", "58")


def publish_table(publish: Any, year: int, figure: str, words: str) -> AnnualReportPage:
    columns = [{"id": "a" * 8, "heading": "Nombre"}, {"id": "b" * 8, "heading": str(year)}]
    rows = [{"id": f"00000000-0000-4000-8000-00000000{year}", "cells": ["Services", figure]}]
    table = {"caption": "Résultats", "table": {"columns": columns, "rows": rows}}
    page: AnnualReportPage = publish(year, [block(2, "data_table", table)])
    own = addresses_of(page)
    if words:
        before = AnnualReportPage.objects.get(year=year - 1)
        sentence = f"Nous suivons {cite(words, *own)} services, après "
        sentence += f"{cite('47', *addresses_of(before))}."
        text = block(1, "paragraph", {"text": f"<p>{sentence}</p>"})
        page.body = json.dumps([text, *page.body.get_prep_value()])
        with act():
            page.save()
    return page


def test_the_page_leads_to_the_table_and_back(client: Client, report: AnnualReportPage) -> None:
    page = read(client, "/bilan/2024/")
    own, other = page.select("a.bilan-cited")

    assert (own["href"], own.get_text()) == (f"#{TABLE}", "58")
    assert (other["href"], other.get_text()) == (f"/bilan/2023/#{TABLE}", "47")
    (back,) = page.select(".bilan-cited-by a")
    assert (back["href"], back.get_text()) == (f"#{TEXT}", "58")
    assert page.find(id=TABLE)
    assert page.find(id=TEXT)
    assert not read(client, "/bilan/2023/").select(".bilan-cited-by")


def test_the_page_of_a_version_stays_on_it(client: Client, report: AnnualReportPage) -> None:
    number = ReportVersion.objects.filter(report_key=report.translation_key).latest("number").number
    own, other = read(client, f"/bilan/2024/v/{number}/").select("a.bilan-cited")

    assert own["href"] == f"#{TABLE}"
    assert other["href"] == f"/bilan/2023/#{TABLE}"


def test_the_pdf_leads_to_the_table_and_back(
    report: AnnualReportPage, make: Callable[..., bytes]
) -> None:
    reader = PdfReader(io.BytesIO(make(report)))
    words = "".join(sheet.extract_text() for sheet in reader.pages)

    assert "Nous suivons 58 services, après 47." in " ".join(words.split())
    assert "Dit aussi dans le texte, p. " in " ".join(words.split())
    assert (
        count_inner_links(reader) == 2
    )  # from the number to the table, and from there to the text


def count_inner_links(reader: PdfReader) -> int:
    links = [link.get_object() for sheet in reader.pages for link in sheet.get("/Annots", [])]
    return sum("/URI" not in link.get("/A", {}) for link in links)


def test_the_introduction_leads_to_the_table(
    client: Client, publish: Any, make: Callable[..., bytes]
) -> None:
    page = publish_table(publish, 2024, "58", "")
    page.introduction = f"<p>Nous suivons {cite('58', *addresses_of(page))} services.</p>"
    with act():
        page.save()
    html = read(client, "/bilan/2024/")
    (number,) = html.select("a.bilan-cited")

    assert (number["href"], number.get_text()) == (f"#{TABLE}", "58")
    assert not html.select(".bilan-cited-by")
    assert count_inner_links(PdfReader(io.BytesIO(make(page)))) == 1


def test_a_report_without_citations_has_no_such_line(
    client: Client, publish: Any, make: Callable[..., bytes]
) -> None:
    page = publish_table(publish, 2024, "58", "")
    reader = PdfReader(io.BytesIO(make(page)))

    assert "Dit aussi" not in "".join(sheet.extract_text() for sheet in reader.pages)
    assert not read(client, "/bilan/2024/").select(".bilan-cited-by, .bilan-cited")
