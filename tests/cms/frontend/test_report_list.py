"""The list of reports is read whole, page by page, wherever it is shown."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from cms.frontend import report_list
from cms.frontend.api_client import Visit
from cms.frontend.report_list import PAGE_SIZE, list_reports

from .page import read

YEARS = [2024, 2023, 2022, 2021, 2020]
MANY = 101


class Pages:
    """A visit that answers with `MANY` reports, at most a page of them at a time."""

    def __init__(self) -> None:
        self.asked: list[str | None] = []

    def ask(self, name: str, first: int, after: str | None) -> dict[str, Any]:
        """Return the reports after a cursor, which is how many were before."""
        assert (name, first) == ("report_list", PAGE_SIZE)
        self.asked.append(after)
        start = int(after or 0)
        end = min(start + first, MANY)
        nodes = [{"year": 2100 - n} for n in range(start, end)]
        info = {"hasNextPage": end < MANY, "endCursor": str(end)}
        return {"reports": {"nodes": nodes, "pageInfo": info}}


def test_a_hundred_and_one_reports_are_all_there() -> None:
    pages = Pages()
    visit: Any = pages
    years = [report["year"] for report in list_reports(visit)]
    assert years == list(range(2100, 2100 - MANY, -1))
    assert pages.asked == [None, "100"]


@pytest.fixture
def reports(publish: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Five public reports, and a list that gives two at a time."""
    monkeypatch.setattr(report_list, "PAGE_SIZE", 2)
    for year in YEARS:
        publish(year)


@pytest.mark.django_db
@pytest.mark.usefixtures("reports")
def test_pages_feeds_and_files_have_them_all(client: Client, rf: Any) -> None:
    visit = Visit(rf.get("/"))
    assert [report["year"] for report in list_reports(visit)] == YEARS

    links = [link["href"] for link in read(client, "/bilan/").select(".bilan-years h3 a")]
    assert links == [f"/bilan/{year}/" for year in YEARS]
    entries = ElementTree.fromstring(client.get("/flux/").content).findall("{*}entry")
    assert len(entries) == len(client.get("/flux/bilans.json").json()["items"]) == len(YEARS)
    datasets = json.loads(client.get("/catalog.jsonld").content)["dcat:dataset"]
    assert len(datasets) == len(YEARS) + 1
