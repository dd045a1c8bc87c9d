"""Lists are shown a page at a time, and a page costs as much however many rows there are."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.frontend import records, report_list
from reports import models

from .page import read, words

pytestmark = pytest.mark.django_db


def read_pages(client: Client, address: str) -> Iterator[BeautifulSoup]:
    """Yield a page and those that follow it."""
    while address:
        page = read(client, address)
        yield page
        following = page.select_one("main a[rel=next]")
        address = str(following["href"]) if following else ""


def count_statements(client: Client, address: str) -> int:
    client.get(address)  # what is read once for all is read now
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def add_services(incubator: models.Incubator, numbers: range) -> None:
    models.Service.objects.bulk_create(
        models.Service(
            name=f"S{n:03}", slug=f"s-{n:03}", sort_key=f"{n:03}", incubator=incubator, live=True
        )
        for n in numbers
    )


def add_reports(publish: Any, years: range, body: Any = ()) -> None:
    for year in years:
        publish(year, list(body))


def test_an_incubator_shows_its_services_page_by_page(client: Client, living: Any) -> None:
    incubator = models.Incubator.objects.get(slug="fabrique")
    add_services(incubator, range(120))
    names = [
        words(link.get_text())
        for page in read_pages(client, "/incubateurs/fabrique/")
        for link in page.select("main .bilan-records a")
    ]
    assert sorted(names) == sorted([*(f"S{n:03}" for n in range(120)), "Mano"])


def test_many_services_of_an_incubator_take_no_more_statements(client: Client, living: Any) -> None:
    incubator = models.Incubator.objects.get(slug="fabrique")
    few = count_statements(client, "/incubateurs/fabrique/")
    add_services(incubator, range(120))
    assert count_statements(client, "/incubateurs/fabrique/") == few
    page = read(client, "/incubateurs/fabrique/")
    assert len(page.select("main .bilan-records li")) == records.SERVICES_PER_PAGE


def test_an_incubator_of_the_graph_has_the_first_hundred(client: Client, living: Any) -> None:
    add_services(models.Incubator.objects.get(slug="fabrique"), range(120))
    other = models.Incubator.objects.create(name="Autre", slug="autre", live=True)
    models.Service.objects.create(name="Seul", slug="seul", incubator=other, live=True)
    query = "{ incubators { nodes { slug services { slug } } } }"
    found = client.get("/graphql/", {"query": query}).json()["data"]["incubators"]["nodes"]
    services = {each["slug"]: [s["slug"] for s in each["services"]] for each in found}
    listed = models.Service.objects.filter(incubator__slug="fabrique").order_by("sort_key")
    assert services["fabrique"] == [each.slug for each in listed[:100]]
    assert services["autre"] == ["seul"]


def test_the_lists_of_reports_are_shown_page_by_page(
    client: Client, publish: Any, every_block: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_list, "REPORTS_PER_PAGE", 2)
    publish(2020, every_block)
    add_reports(publish, range(2021, 2025))
    for start in ("/", "/bilan/"):
        pages = list(read_pages(client, start))
        links = [link for page in pages for link in page.select(".bilan-years h3 a")]
        assert [words(a.get_text()) for a in links] == [f"Bilan {y}" for y in range(2024, 2019, -1)]
        assert pages[2].select(".bilan-years .bilan-figure")
    compared = [str(a["href"]) for a in read(client, "/bilan/").select(".bilan-years p a")]
    assert compared == ["/comparer/2023/2024/", "/comparer/2022/2023/"]


@pytest.mark.parametrize("address", ["/", "/bilan/", "/recherche/?q=bilan", "/bilan/2024/"])
def test_many_reports_take_no_more_statements(client: Client, publish: Any, address: str) -> None:
    add_reports(publish, range(2023, 2025))
    few = count_statements(client, address)
    add_reports(publish, range(2001, 2023))
    assert count_statements(client, address) <= few


def test_a_service_shows_its_mentions_page_by_page(
    client: Client, publish: Any, every_block: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MENTIONS_PER_PAGE", 3)
    for year in (2022, 2023, 2024):
        publish(year, every_block)
    pages = list(read_pages(client, "/services/mano.beta/"))
    years = [words(title.get_text()) for page in pages for title in page.select("section h3")]
    assert list(dict.fromkeys(years)) == ["Bilan 2024", "Bilan 2023", "Bilan 2022"]
    cards = sum(len(page.select(".bilan-mentions > li")) for page in pages)
    assert cards == models.Mention.objects.filter(refers_to="service").count()


def test_many_mentions_take_no_more_statements(
    client: Client, publish: Any, every_block: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MENTIONS_PER_PAGE", 3)
    publish(2024, every_block)
    few = count_statements(client, "/services/mano.beta/")
    add_reports(publish, range(2015, 2024), every_block)
    assert count_statements(client, "/services/mano.beta/") <= few


def state_result(year: int) -> Any:
    columns = [{"id": str(uuid4()), "heading": head} for head in ("Nom", f"Résultats {year}")]
    row = {"id": str(uuid4()), "ref": "lances", "cells": ["Services lancés", str(year)]}
    value = {"caption": "", "table": {"columns": columns, "rows": [row]}}
    return {"type": "indicator_table", "id": str(uuid4()), "value": value}


def test_an_indicator_shows_so_many_years(
    client: Client, publish: Any, living: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "YEARS_PER_PAGE", 3)
    for year in range(2018, 2025):
        publish(year, [state_result(year)])
    pages = [
        [words(cell.get_text()) for cell in page.select("tbody th")]
        for page in read_pages(client, "/indicateurs/lances/")
    ]
    assert pages == [["2022", "2023", "2024"], ["2019", "2020", "2021"], ["2018"]]
    assert "+1" in words(read(client, "/indicateurs/lances/").select("tbody tr")[0].get_text())


@pytest.mark.usefixtures("keeping")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/bilan/",
        "/incubateurs/fabrique/",
        "/services/mano.beta/",
        "/indicateurs/",
        "/indicateurs/lances/",
    ],
)
def test_a_page_that_begins_nowhere_is_absent(
    client: Client, publish: Any, every_block: Any, address: str
) -> None:
    publish(2024, every_block)
    assert client.get(address).status_code == 200  # from now on this page is kept
    assert client.get(address, {"apres": "nulle part"}).status_code == 404


@pytest.mark.usefixtures("keeping")
def test_each_page_of_a_list_is_kept_by_itself(
    client: Client, publish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_list, "REPORTS_PER_PAGE", 1)
    add_reports(publish, range(2023, 2025))
    first = client.get("/bilan/").content
    following = read(client, "/bilan/").select_one("main a[rel=next]")
    assert following
    second = client.get(str(following["href"])).content
    assert (b"/bilan/2024/" in first, b"/bilan/2023/" in second) == (True, True)
    assert first == client.get("/bilan/").content != second
