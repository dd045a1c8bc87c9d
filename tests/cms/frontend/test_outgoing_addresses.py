"""An address that was stored past every form leaves nowhere: not in the graph, nor in a page."""

import csv
import io
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from reports import models

from ...reports_graphql.bodies import block, uid
from ...reports_graphql.conftest import QUERIES

pytestmark = pytest.mark.django_db

CODE = "javascript:alert(1)"
BAD = [CODE, "\tjava\nscript:alert(1)", "DATA:text/html,alert(1)", "//evil.example/alert(1)"]


def poisoned(stored: Any, address: str) -> Any:
    """A stored body in which every address is `address`, those of links in rich text too."""
    if isinstance(stored, list):
        return [poisoned(one, address) for one in stored]
    if not isinstance(stored, dict):
        link = f'<a href="{address}">un lien</a></p>'
        return stored.replace("</p>", link) if isinstance(stored, str) else stored
    found = {name: poisoned(value, address) for name, value in stored.items()}
    if "cells" in found:
        found["url"] = address
        found["note"] = f'<a href="{address}">note</a>'
        found["cells"] = [
            {**(cell if isinstance(cell, dict) else {"raw": cell}), "url": address}
            for cell in found["cells"]
        ]
    return {name: address if name.endswith("url") else value for name, value in found.items()}


@pytest.mark.parametrize("address", BAD)
def test_no_stored_address_reaches_a_reader(
    client: Client, publish: Any, every_block: Any, address: str
) -> None:
    body = poisoned(every_block, address)
    assert json.dumps(body).count("alert(1)") > 30
    publish(2024, body)
    models.Service.objects.update(url=address, stats_url=address, budget_url=address)

    document = {"query": (QUERIES / "report.graphql").read_text(), "variables": {"year": 2024}}
    answer = client.post("/graphql/", document, content_type="application/json").json()
    service = {"query": '{ service(slug: "mano.beta") { url statsUrl budgetUrl } }'}
    asked = client.post("/graphql/", service, content_type="application/json").json()
    page = client.get("/bilan/2024/").content.decode()

    assert "alert(1)" not in json.dumps(answer)
    assert "un lien" in json.dumps(answer)
    assert set(asked["data"]["service"].values()) == {None}
    assert "alert(1)" not in page
    assert "un lien" in page


def test_printed_links_lead_to_the_site_that_the_report_was_printed_for(
    client: Client, publish: Any
) -> None:
    text = (
        '<p><a href="/s/a.html?x=1&amp;y=2">a</a> <a href="#b">b</a> '
        '<a href="https://c.example/">c</a></p>'
    )
    links = [{"text": "d", "url": "/s/d.html"}, {"text": "e", "url": "mailto:e@c.example"}]
    items = [{"type": "item", "id": uid(n), "value": link} for n, link in enumerate(links, 10)]
    publish(2024, [block(1, "paragraph", {"text": text}), block(2, "links", {"items": items})])

    def leads() -> dict[str, Any]:
        body = BeautifulSoup(client.get("/bilan/2024/").content, "html.parser").main
        assert body
        return {a.get_text(): a["href"] for a in body.select("a") if len(a.get_text()) == 1}

    known = {"b": "#b", "c": "https://c.example/", "e": "mailto:e@c.example"}
    assert leads() == known
    models.SiteIdentity.objects.create(
        site=Site.objects.get(), printed_base="https://imprime.example/ici/"
    )
    assert leads() == known | {
        "a": "https://imprime.example/s/a.html?x=1&y=2",
        "d": "https://imprime.example/s/d.html",
    }


@pytest.mark.parametrize("address", BAD)
def test_a_redirect_leads_nowhere_that_an_address_may_not(
    client: Client, index: Any, address: str
) -> None:
    Redirect.objects.create(old_path="/ancien", redirect_link=address)

    query = {"query": '{ redirect(path: "/ancien") { newUrl } redirects { nodes { newUrl } } }'}
    answer = client.post("/graphql/", query, content_type="application/json").json()

    assert "alert(1)" not in json.dumps(answer)
    assert client.get("/ancien/").status_code == 404


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        *(("-1+1|cmd", "'-1+1|cmd"), ("+1|x", "'+1|x"), ("  =1", "'  =1")),
        *(("\u00a0@x", "'\u00a0@x"), ("\tx", "'\tx"), ("-12,5", "-12,5")),
        *(("+80 %", "+80 %"), ("-1 234", "-1 234")),
        *(("-1-1", "'-1-1"), ("Services", "Services"), ("a=b", "a=b"), ("−5", "−5")),
    ],
)
def test_no_cell_of_a_csv_file_is_a_formula(
    client: Client, publish: Any, name: str, printed: str
) -> None:
    cells = [name, {"raw": name, "read_as": "5"}]
    table = {
        "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": name}],
        "rows": [{"id": "r", "cells": cells}],
    }
    number = "00000000-0000-4000-8000-000000000001"
    publish(2024, [{"type": "data_table", "id": number, "value": {"caption": "", "table": table}}])

    response = client.get(f"/bilan/2024/donnees/{number}.csv")
    text = io.StringIO(response.content.decode("utf-8-sig"), newline="")
    row, column, *_, raw = list(csv.reader(text))[1]

    assert (row, column, raw) == (printed, printed, printed)
