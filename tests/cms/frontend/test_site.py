"""The other pages: years, one indicator or service, search, data, where things are."""

import csv
import io
import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.frontend import site_map
from cms.frontend.api_client import Visit
from cms.frontend.site_entries import list_entries
from reports import models

from .page import read, words

pytestmark = pytest.mark.django_db


def block(number: int, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "id": f"00000000-0000-4000-8000-{number:012d}", "value": value}


def table(*rows: dict[str, Any], headings: tuple[str, ...] = ("Catégorie", "Valeur")) -> Any:
    columns = [{"id": str(uuid4()), "heading": heading} for heading in headings]
    return {"columns": columns, "rows": list(rows)}


def lines(response: Any) -> list[list[str]]:
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_home_page_lists_years_with_their_figures(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    publish(2023)
    page = read(client, "/")
    years = [words(link.get_text()) for link in page.select(".bilan-years h3 a")]

    assert years == ["Bilan 2024", "Bilan 2023"]
    assert page.select_one(".bilan-years .bilan-figure")


def test_a_home_page_without_reports(client: Client, index: Any) -> None:
    assert "Aucun bilan" in read(client, "/").get_text()


def test_an_indicator_over_the_years(client: Client, publish: Any, living: Any) -> None:
    headings = ("Indicateurs", "Résultats 2024")
    row = {"id": str(uuid4()), "ref": "lances", "cells": ["Services lancés", "1 200"]}
    data = {"caption": "", "table": table(row, headings=headings)}
    publish(2024, [block(1, "indicator_table", data)])
    page = read(client, "/indicateurs/lances/")

    assert page.find("h1").get_text() == "Services lancés"  # type: ignore[union-attr]
    cells = [words(cell.get_text()) for cell in page.select("tbody td, tbody th")]
    assert cells == ["2024", "1 200", "–", "–", "–", "Bilan 2024"]
    head, line = lines(client.get("/indicateurs/lances.csv"))
    assert head[:4] == ["periode", "debut", "fin", "nature"]
    assert line == [
        *("Résultats 2024", "2024-01-01", "2024-12-31", "RESULT", "2024"),
        *("1200", "", "1", "", "", "EXACT", "VALUE", "1 200"),
    ]


def test_a_service_over_the_years(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    page = read(client, "/services/mano.beta/")

    assert page.find("h1").get_text() == "Mano"  # type: ignore[union-attr]
    assert page.select('a[href^="/bilan/2024/#"]')


def test_a_draft_service_has_no_page(client: Client, living: Any) -> None:
    models.Service.objects.update(live=False)
    models.Indicator.objects.update(live=False)

    for address in ("/services/mano.beta/", "/indicateurs/lances/", "/indicateurs/lances.csv"):
        assert client.get(address).status_code == 404


def test_the_data_of_a_table_line_by_line(client: Client, publish: Any) -> None:
    rows = (
        {"id": "a", "cells": ["Évolution", "+80 %"]},
        {"id": "b", "cells": ["=HYPERLINK()", "@x"]},
        {"id": "c", "cells": ["Rien", ""]},
        {"id": "d", "cells": ["Calcul", "+cmd|' /C calc'!A0"]},
        {"id": "e", "cells": ["Budget", "de 2 à 1,5 M€"]},
    )
    publish(2024, [block(1, "data_table", {"caption": "", "table": table(*rows)})])
    response = client.get("/bilan/2024/donnees/00000000-0000-4000-8000-000000000001.csv")
    head, *found = lines(response)

    assert head == [
        *("ligne", "colonne", "valeur", "valeur_haute", "pas"),
        *("unite", "devise", "qualificatif", "etat", "texte"),
    ]
    assert found[0] == [
        *("Évolution", "Valeur", "80", "", "1"),
        *("PERCENT", "", "CHANGE", "VALUE", "+80 %"),
    ]
    assert found[1][0] == "'=HYPERLINK()"
    assert found[1][-1] == "'@x"
    assert found[2][-2:] == ["EMPTY", ""]
    assert found[3][-2:] == ["TEXT", "'+cmd|' /C calc'!A0"]
    assert found[4] == [
        *("Budget", "Valeur", "2000000", "1500000", "1000000"),
        *("EURO", "EUR", "FROM_TO", "VALUE", "de 2 à 1,5 M€"),
    ]
    assert response["Content-Disposition"] == 'attachment; filename="2024-00000000.csv"'


def test_the_graph_gives_the_addresses_of_data(client: Client, publish: Any, living: Any) -> None:
    publish(2024, [block(1, "data_table", {"caption": "", "table": table()})])
    asked = "body { ... on DataTableBlock { csv } }"
    query = f'{{ now: report(year: 2024) {{ {asked} }} indicator(code: "lances") {{ csv }} }}'
    found = client.get("/graphql/", {"query": query}).json()["data"]
    number = models.ReportVersion.objects.latest("number").number
    query = f"{{ report(year: 2024, version: {number}) {{ {asked} }} }}"
    then = client.get("/graphql/", {"query": query}).json()["data"]["report"]

    known = {"path": "bilan/2024/", "block": "00000000-0000-4000-8000-000000000001"}
    assert found == {
        "now": {"body": [{"csv": reverse("block_csv", kwargs=known)}]},
        "indicator": {"csv": reverse("indicator_csv", args=["lances"])},
    }
    assert then["body"] == [{"csv": reverse("version_csv", kwargs={**known, "number": number})}]


@pytest.mark.parametrize("address", ["/bilan/2024/", "/bilan/2023/", "/bilan/", "/x/"])
def test_no_data_where_there_is_none(client: Client, publish: Any, address: str) -> None:
    publish(2024, [block(1, "paragraph", {"text": "<p>a</p>"})])
    for number in (1, 2):
        name = f"donnees/00000000-0000-4000-8000-{number:012d}.csv"
        assert client.get(f"{address}{name}").status_code == 404


def test_the_data_of_a_draft_is_absent(client: Client, publish: Any) -> None:
    rows = ({"id": "a", "cells": ["x", "1"]},)
    page = publish(2024, [block(1, "data_table", {"caption": "", "table": table(*rows)})])
    address = "/bilan/2024/donnees/00000000-0000-4000-8000-000000000001.csv"
    assert client.get(address).status_code == 200
    absent = client.get("/bilan/2024/donnees/00000000-0000-4000-8000-000000000009.csv")
    page.unpublish()
    hidden = client.get(address)

    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    assert dict(hidden.headers) == dict(absent.headers)


def test_search_finds_a_page_at_a_time(
    client: Client, publish: Any, every_block: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cms.frontend import search

    monkeypatch.setattr(search, "PAGE_SIZE", 1)
    publish(2024, every_block)
    page = read(client, "/recherche/?q=services")
    assert len(page.select(".bilan-results li")) == 1
    following = page.find("a", string="Résultats suivants")
    assert following
    second = read(client, str(following["href"]))  # type: ignore[index]
    assert second.select(".bilan-results li") != page.select(".bilan-results li")
    assert page.select_one("#q")["value"] == "services"  # type: ignore[index]


def test_search_marks_words_and_says_which_it_took(client: Client, index: Any) -> None:
    models.Service.objects.create(name="🎉 Hippocampe", slug="h", mission="Les hippocampes <b> ?")

    page = read(client, "/recherche/?q=hipocampe")

    assert [mark.get_text() for mark in page.select(".bilan-results mark")] == [
        "Hippocampe",
        "hippocampes",
    ]
    (result,) = page.select(".bilan-results li")
    assert result.a
    assert result.p
    assert result.a.get_text() == "🎉 Hippocampe"
    assert result.p.get_text() == "Les hippocampes <b> ?"
    status = page.select_one("[role=status]")
    assert status
    assert " ".join(status.get_text().split()) == (
        "Rien ne contient « hipocampe ». Résultats pour « hippocampe ». 1 résultat"
    )
    exact = read(client, "/recherche/?q=hippocampe").select_one("[role=status]")
    assert exact
    assert exact.get_text(strip=True) == "1 résultat"


def test_search_for_nothing_and_for_what_is_not_there(client: Client, index: Any) -> None:
    assert not read(client, "/recherche/").select("h2")
    assert "Rien ne contient" in read(client, "/recherche/?q=introuvable").get_text()
    assert client.get("/recherche/?q=a&apres=forged").status_code == 404


def test_search_has_the_rate_of_the_graph(client: Client, index: Any, settings: Any) -> None:
    settings.GRAPHQL_RATE_REQUESTS = "1/minute"
    asked = {"REMOTE_ADDR": "10.66.0.1"}
    assert client.get("/recherche/?q=a", **asked).status_code == 200  # type: ignore[arg-type]
    refused = client.get("/recherche/?q=b", **asked)  # type: ignore[arg-type]

    assert refused.status_code == 429
    assert refused["Retry-After"]


def test_content_pages_and_redirects(client: Client, index: Any) -> None:
    home = index.get_parent()
    body = [block(1, "paragraph", {"text": "<p>Nos mentions.</p>"})]
    page = models.ContentPage(title="Mentions", slug="mentions", show_in_menus=True)
    home.add_child(instance=page)
    page.body = json.dumps(body)
    page.save()
    Redirect.objects.create(
        old_path="/ancien", redirect_page=page, site=Site.objects.get(), is_permanent=True
    )
    Redirect.objects.create(
        old_path="/ailleurs", redirect_link="https://e.org/", is_permanent=False
    )

    assert "Nos mentions." in read(client, "/mentions/").get_text()
    assert read(client, "/").select_one('nav a[href="/mentions/"]')
    moved = client.get("/ancien/")
    assert (moved.status_code, moved["Location"]) == (301, "/mentions/")
    gone = client.get("/ailleurs/")
    assert (gone.status_code, gone["Location"]) == (302, "https://e.org/")
    page.unpublish()
    assert client.get("/ancien/").status_code == 404


def test_the_last_of_many_redirects(client: Client, index: Any) -> None:
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/vieux-{n:03}", redirect_link=f"/neuf-{n}/") for n in range(230)
    )

    assert client.get("/vieux-229/")["Location"] == "/neuf-229/"


def test_the_site_map_has_what_is_public(
    client: Client, publish: Any, every_block: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(2024, every_block)
    publish(2023).unpublish()
    answer = client.get("/sitemap.xml")
    found = answer.content.decode()
    assert answer["Cache-Control"] == client.get("/bilan/2024/")["Cache-Control"]

    records = (
        "/indicateurs/lances/",
        "/services/mano.beta/",
        "/incubateurs/fabrique/",
        "/appels/fast-7/",
    )
    for path in ("/", "/bilan/2024/", *records):
        assert f"<loc>http://testserver{path}</loc>" in found
    assert "/bilan/2023/" not in found
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_the_plan_has_every_page_in_its_place_and_every_record_by_name(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    publish(2023).unpublish()
    page = read(client, "/plan-du-site/")

    links = {str(link["href"]): words(link.get_text()) for link in page.select("main li a[href]")}
    assert links["/services/mano.beta/"] == "Mano"
    assert {"/", "/indicateurs/lances/", "/incubateurs/fabrique/", "/appels/fast-7/"} <= set(links)
    assert page.select_one('li:has(> a[href="/bilan/"]) li > a[href="/bilan/2024/"]')
    assert "/bilan/2023/" not in links


def test_records_lead_back_to_their_lists(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    plan = read(client, "/plan-du-site/")
    for path, name in (
        ("/services/mano.beta/", "Services"),
        ("/incubateurs/fabrique/", "Incubateurs"),
        ("/appels/fast-7/", "Appels à projets"),
    ):
        page = read(client, path)
        links = {words(a.get_text()): str(a["href"]) for a in page.select(".fr-breadcrumb [href]")}
        plan_path, _, anchor = links[name].partition("#")
        heading = plan.find(id=anchor)
        assert plan_path == "/plan-du-site/"
        assert heading
        assert words(heading.get_text()) == name
    page = read(client, "/indicateurs/lances/")
    assert page.select_one(".fr-breadcrumb a[href='/indicateurs/']")


@pytest.mark.parametrize("address", ["/", "/bilan/2024/", "/recherche/", "/plan-du-site/"])
def test_every_page_has_the_search_and_a_way_to_it(
    client: Client, publish: Any, address: str
) -> None:
    publish(2024)
    page = read(client, address)

    field = page.select_one("header form[role=search][action='/recherche/'] input[name=q]")
    assert field
    assert page.select_one(f".fr-skiplinks a[href='#{field['id']}']")
    assert page.select_one(f"header label[for='{field['id']}']")
    names = [form.get("aria-label") for form in page.select("form[role=search]")]
    assert len(set(names)) == len(names)


def test_the_site_map_asks_as_much_however_long_it_is(client: Client, index: Any) -> None:
    client.get("/sitemap.xml")  # the site is known from now on
    with CaptureQueriesContext(connection) as few:
        client.get("/sitemap.xml")
    models.Service.objects.bulk_create(
        models.Service(name=f"s{n}", slug=f"s{n}") for n in range(230)
    )
    with CaptureQueriesContext(connection) as many:
        found = client.get("/sitemap.xml").content.decode()

    assert found.count("/services/s") == 230
    assert len(many) <= len(few) < 10


def test_the_site_map_names_what_the_graph_names(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    models.Service.objects.create(name="caché", slug="cache", live=False)
    request = RequestFactory().get("/", HTTP_HOST="testserver")
    entries = list_entries(Visit(request))

    found = re.findall("<loc>http://testserver([^<]*)", client.get("/sitemap.xml").content.decode())

    assert sorted(found) == sorted(entry.path for entry in entries)
    assert not [path for path in found if "cache" in path]


def test_the_plan_names_so_many_records_and_leads_to_the_search(
    client: Client, index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_map, "MAX_ENTRIES", 150)
    models.Service.objects.bulk_create(
        models.Service(name=f"s{n:03}", slug=f"s{n:03}", sort_key=f"s{n:03}") for n in range(430)
    )

    page = client.get("/plan-du-site/").content.decode()

    assert page.count("/services/s") == 150
    assert "cherchez-les par leur nom" in page
