"""The items of a list in a cell are items wherever a report is read."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .data.answers import read_rows
from .frontend.page import read
from .pdf.conftest import index, living, make, no_cache, pdfs_are_made, publish
from .pdf.structure import read_structure

__all__ = ["index", "living", "make", "no_cache", "pdfs_are_made", "publish"]

pytestmark = pytest.mark.django_db
ITEMS = ["vingt mairies", "Conventions <signées>"]
TABLE = build.data_table(["Nom", "Partenaires"], ["Alpha", "\n".join(ITEMS)], ["Bêta", "seul"])


def test_the_page_has_a_list(client: Client, publish: Any) -> None:
    publish(2024, stored(TABLE))
    cell, alone = read(client, "/bilan/2024/").select("tbody td")
    assert [item.get_text() for item in cell.select("ul > li")] == ITEMS
    assert (alone.get_text().strip(), alone.select("li")) == ("seul", [])


def test_paper_has_a_list(make: Callable[..., bytes], publish: Any) -> None:
    (table,) = read_structure(make(publish(2024, stored(TABLE)))).find("Table")
    assert [item.text.removeprefix("•").strip() for item in table.find("LI")] == ITEMS


def test_files_of_data_have_lines(client: Client, publish: Any) -> None:
    publish(2024, stored(TABLE))
    texts = [row["texte"] for row in read_rows(client.get("/bilan/2024/donnees.csv"))]
    assert texts == ["\n".join(ITEMS), "seul"]
    workbook = client.get("/bilan/2024/donnees.ods").content
    content = zipfile.ZipFile(io.BytesIO(workbook)).read("content.xml").decode()
    assert "<text:p>vingt mairies</text:p><text:p>Conventions &lt;signées&gt;</text:p>" in content
