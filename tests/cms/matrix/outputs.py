"""What readers get of a report in each form, as one text without spaces."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from cms.frontend import embed
from cms.frontend.iframes import EMBEDDABLE
from cms.pdf.making import find_material
from reports.publishing.models import ReportVersion
from tests.cms.pdf.structure import Element, read_structure

QUERY = Path("graphql/queries/report.graphql").read_text(encoding="utf-8")


def close(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def ask_graph(client: Client) -> dict[str, Any]:
    data = {"query": QUERY, "variables": {"year": 2024}}
    answer = client.post("/graphql/", data, content_type="application/json").json()
    assert "errors" not in answer, answer["errors"]
    report: dict[str, Any] = answer["data"]["report"]
    return report


def read_answer(client: Client) -> str:
    return close(json.dumps(ask_graph(client), ensure_ascii=False))


def read_html(content: bytes) -> str:
    """Return the words of a page, and what it says of its pictures."""
    page = BeautifulSoup(content, "lxml")
    alts = (str(image.get("alt", "")) for image in page.find_all("img"))
    return close(" ".join([page.get_text(), *alts]))


def read_page(client: Client) -> str:
    response = client.get("/bilan/2024/")
    assert response.status_code == 200
    return read_html(response.content)


def read_embeds(client: Client) -> str:
    """Return the words of charts and tables, each on its bare page. The report is asked once."""
    version = ReportVersion.objects.latest("number")
    found: list[Any] = []
    read = embed.find_version

    def find_once(*given: Any) -> Any:
        if not found:
            found.append(read(*given))
        return found[0]

    texts = []
    with mock.patch.object(embed, "find_version", find_once):
        for block in ask_graph(client)["body"]:
            if block["__typename"] in EMBEDDABLE:
                address = f"/embed/2024/v/{version.number}/{block['id']}/"
                response = client.get(address)
                assert response.status_code == 200, block["id"]
                texts.append(read_html(response.content))
    return "".join(texts)


def read_paper(client: Client) -> str:
    """Return the words of the PDF, in which no block may be plain text."""
    material = find_material(ReportVersion.objects.latest("number"))
    assert material
    made = material.build_pdf()
    assert made.plain == []
    document = read_structure(made.data)
    return close(document.text + "".join(list_alts(document)))


def list_alts(element: Element) -> list[str]:
    below = [
        alt for each in element.content if isinstance(each, Element) for alt in list_alts(each)
    ]
    return [element.alt, *below]


def read_workbook(client: Client) -> str:
    response = client.get("/bilan/2024/donnees.ods")
    assert response.status_code == 200
    with zipfile.ZipFile(io.BytesIO(response.content)) as file:
        return close(BeautifulSoup(file.read("content.xml"), "lxml-xml").get_text())


def read_csv(client: Client) -> str:
    response = client.get("/bilan/2024/donnees.csv")
    assert response.status_code == 200
    return close(response.content.decode())


def read_markdown(client: Client, folder: Path) -> str:
    call_command("export_report", 2024, to="markdown", output=folder, verbosity=0)
    (file,) = folder.glob("*.md")
    return close(file.read_text(encoding="utf-8"))


OUTPUTS: dict[str, Callable[[Client], str]] = {
    "graph": read_answer,
    "page": read_page,
    "embed": read_embeds,
    "PDF": read_paper,
    "ODS": read_workbook,
    "CSV": read_csv,
}
