"""The places where a report is read, each as one text without spaces.

What only repeats another part of the page (links to it, its summary, its drawing) is left out: a
word that leaves its own place is missed.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from bs4 import Tag
from django.test import Client
from pikepdf import Dictionary, Pdf

from reports.content.models import AnnualReportPage, SearchEntry
from reports.content.records.reference_names import ReferenceNames
from reports.core.changes.document_changes import DocumentComparison
from reports.core.document import Document
from reports.core.figure_addresses.placed_figures import list_figures
from reports.publishing.corrections.cited_numbers import CitedNumbers
from reports.publishing.corrections.word_changes import iterate_texts

from .data.answers import ask_report
from .frontend.page import close, read
from .pdf.structure import Element, read_structure

REPEATING = (
    "nav, svg, .fr-sr-only, .bilan-anchor, .bilan-tools, .bilan-essentials, fieldset, "
    ".bilan-chart__data caption, .bilan-corrections"
)
"""What repeats words of the body, or points to them."""


def read_answer(client: Client) -> str:
    body = ask_report(client, 2024)["body"]
    for block in body:
        block.pop("svg", None)
    return json.dumps(body, ensure_ascii=False)


def read_page(client: Client) -> str:
    main = read(client, "/bilan/2024/").find("main")
    assert isinstance(main, Tag)
    for each in main.select(REPEATING):
        each.decompose()
    return close(main.get_text() + "".join(list_attributes(main)))


def read_side_by_side(client: Client) -> str:
    """Return the page that sets two years side by side."""
    main = read(client, "/comparer/2023/2024/").find("main")
    assert isinstance(main, Tag)
    return close(main.get_text() + "".join(list_attributes(main)))


def list_attributes(main: Tag) -> Iterator[str]:
    """Yield what pictures and drawings show to those who do not see them, and where links lead."""
    for name in ("alt", "href"):
        yield from (str(each[name]) for each in main.find_all(attrs={name: True}))
    drawings = main.select("div.bilan-chart__drawing, div.drawing")  # the site's, the example's
    yield from (str(each["aria-label"]) for each in drawings)


def read_paper(data: bytes) -> str:
    document = read_structure(data)
    kinds = [each.kind for each in document.content if isinstance(each, Element)]
    body = Element("", content=document.content[kinds.index("TOC") + 1 :])
    alternatives = [each.alt for each in body.find("Figure")]
    return close("".join([body.text, *alternatives, *list_links(data)]))


def list_links(data: bytes) -> Iterator[str]:
    """Yield where the links of a PDF lead."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for each in page.get("/Annots", []):
                action = each.get("/A")
                if isinstance(action, Dictionary) and "/URI" in action:
                    yield str(action.URI)


def read_files(folder: Path, kind: str) -> str:
    return "".join(each.read_text() for each in sorted(folder.rglob(kind)))


def read_data(client: Client) -> str:
    text = client.get("/bilan/2024/donnees.csv").content.decode("utf-8-sig")
    return " ".join(row["texte"] for row in csv.DictReader(io.StringIO(text, newline="")))


def read_search(page: AnnualReportPage) -> str:
    entries = SearchEntry.objects.filter(report=page, order__gt=0)
    return close("".join(entries.values_list("text", flat=True)))


def read_revisions(before: Document, after: Document) -> str:
    entries = DocumentComparison(before, after, ReferenceNames(before, after)).entries
    return close(
        "".join(
            piece.text for entry in entries for change in entry.changes for piece in change.pieces
        )
    )


def read_corrections(document: Document) -> str:
    """Return what is compared when a version follows another."""
    figures = [each.text for each in list_figures(document)]
    return close(
        "".join([*figures, *(text for _, text in iterate_texts(document, CitedNumbers()))])
    )
