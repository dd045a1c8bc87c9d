"""One chart or table in pages of other sites: its page, its code, and what oEmbed answers."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.frontend.embed_height import MAX_HEIGHT_PIXELS, estimate_height
from reports import models
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import read, words

pytestmark = pytest.mark.django_db

BODY = stored(
    build.heading("Réseau", anchor="reseau"),
    build.chart("Services par incubateur", ["DINUM", "59"], ["Écologie", "43"]),
    build.heading("Budget", anchor="budget"),
    build.budget(("Équipe", "12 €", "2 ETP")),
    build.prose("Des mots."),
)


@pytest.fixture
def page(publish: Any) -> models.AnnualReportPage:
    report: models.AnnualReportPage = publish(2024, BODY)
    return report


@pytest.fixture
def version(page: models.AnnualReportPage) -> models.ReportVersion:
    return models.ReportVersion.objects.filter(report_key=page.translation_key).latest("number")


def address(version: models.ReportVersion, page: models.AnnualReportPage, index: int = 1) -> str:
    return f"/embed/2024/v/{version.number}/{page.body[index].id}/"


def ask(client: Client, url: str, **more: Any) -> Any:
    return client.get("/oembed", {"url": f"http://testserver{url}", "format": "json", **more})


def test_a_chart_stands_alone_and_any_site_may_frame_it(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    response = client.get(address(version, page))
    assert response.status_code == 200
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    html = BeautifulSoup(response.content, "lxml")
    assert words(html.select_one("h1").get_text()) == "Services par incubateur"  # type: ignore[union-attr]
    assert html.select("svg [data-row]")
    assert html.select("table tbody tr")
    assert "Transcription" in html.get_text()
    assert html.select_one(f'a[href="/bilan/2024/v/{version.number}/#{page.body[1].id}"]')
    assert "Budget" not in html.get_text()
    assert not html.select("header, footer, nav, .bilan-tools, .bilan-anchor, .fr-alert")


def test_only_embed_pages_may_be_framed(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    for path in ("/bilan/2024/", f"/bilan/2024/v/{version.number}/", "/recherche/"):
        response = client.get(path)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    client.get(address(version, page))
    absent = client.get(address(version, page, 4))
    assert "frame-ancestors *" not in absent.get("Content-Security-Policy", "")


def test_an_old_version_stays_and_says_that_there_is_a_newer_one(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    old, block = address(version, page), page.body[1].id
    page.body = stored(build.chart("Services", ["DINUM", "60"]))
    page.save()
    html = read(client, old)
    assert "59" in html.get_text()
    notice = html.select_one(".fr-alert")
    assert notice is not None
    assert f"Version {version.number}, du" in words(notice.get_text())
    assert notice.select_one(f'a[href="/bilan/2024/#{block}"]')


def test_hidden_withdrawn_and_absent_are_one_answer(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    good = address(version, page)
    wrong = [
        address(version, page, 0),  # a heading
        address(version, page, 4),  # a paragraph
        good.replace(f"/v/{version.number}/", "/v/999/"),
        good.replace("/2024/", "/2022/"),
        good.replace(str(page.body[1].id), "00000000-0000-0000-0000-000000000000"),
    ]
    assert [client.get(path).status_code for path in wrong] == [404] * len(wrong)
    assert [ask(client, path).status_code for path in wrong] == [404] * len(wrong)
    page.body = stored(build.prose("Autre."))
    page.save()
    withdraw_version(version, "La loi.", models.User.objects.create(username="admin"))
    for answer in (client.get(good), ask(client, good)):
        assert answer.status_code == 404
        assert "DINUM" not in answer.content.decode()


def test_a_hidden_report_has_no_embeds(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    good = address(version, page)
    assert client.get(good).status_code == 200
    models.AnnualReportPage.objects.update(live=False)
    for answer in (client.get(good), ask(client, good), ask(client, "/bilan/2024/#reseau")):
        assert answer.status_code == 404


def test_a_report_gives_the_code_for_each_chart_and_table(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    codes = [
        each.get_text() for each in read(client, "/bilan/2024/").select(".bilan-embed textarea")
    ]
    frames = [BeautifulSoup(code, "lxml").select_one("iframe") for code in codes]
    assert [frame and frame["src"] for frame in frames] == [
        f"http://testserver{address(version, page, index)}" for index in (1, 3)
    ]
    assert [frame and frame["title"] for frame in frames] == ["Services par incubateur", "Budget"]
    notes = read(client, "/bilan/2024/").select(".bilan-embed .bilan-note")
    told = f"Ce code montre toujours la version {version.number} du bilan"
    assert [words(note.get_text()).startswith(told) for note in notes] == [True, True]


def test_a_higher_drawing_and_a_longer_table_have_a_higher_frame() -> None:
    words = {
        "note": "",
        "unit": "",
        "source": "",
        "transcription": {"html": ""},
        "picture": None,
        "rows": [],
    }

    def chart(height: int) -> dict[str, Any]:
        svg = f'<svg viewBox="0 0 640 {height}"></svg>'
        return {"__typename": "ChartBlock", "svg": svg, "columns": [], **words}

    heights = [estimate_height(chart(height), "Titre", 672) for height in (320, 640)]
    assert heights[1] - heights[0] == 320

    def budget(count: int) -> dict[str, Any]:
        line = {"title": "Équipe", "detail": "", "amount": None, "staff": None}
        return {"__typename": "BudgetBlock", "budgetLines": [line] * count}

    short, long, longest = (estimate_height(budget(n), "Titre", 672) for n in (2, 12, 900))
    assert short + 10 * 40 < long < longest == MAX_HEIGHT_PIXELS


def test_a_chart_without_picture_and_data_has_a_height(client: Client, publish: Any) -> None:
    report = publish(2024, stored(build.chart("Rien encore")))
    address = f"/embed/2024/v/2/{report.body[0].id}/"

    assert client.get("/bilan/2024/").status_code == 200
    assert client.get(address).status_code == 200
    assert ask(client, address).status_code == 200


@pytest.mark.parametrize(("end", "place"), [("#reseau", 1), ("#budget", 3), ("#{id}", 1), ("", 1)])
def test_oembed_answers_for_embeds_anchors_and_blocks(
    client: Client,
    page: models.AnnualReportPage,
    version: models.ReportVersion,
    end: str,
    place: int,
) -> None:
    own = address(version, page, place)
    url = f"/bilan/2024/{end.format(id=page.body[1].id)}" if end else own
    response = ask(client, url, maxwidth=500, maxheight="99999")
    answer = response.json()
    assert response["Access-Control-Allow-Origin"] == "*"
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    frame = BeautifulSoup(answer["html"], "lxml").select_one("iframe")
    assert frame is not None
    assert (answer["width"], answer["height"]) == (500, int(str(frame["height"])))
    assert ask(client, url, maxheight="99").json()["height"] == 99
    assert frame["src"] == f"http://testserver{own}"
    assert frame["width"] == "500"


def test_an_embed_page_leads_to_its_oembed(
    client: Client, page: models.AnnualReportPage, version: models.ReportVersion
) -> None:
    own = address(version, page)
    link = read(client, own).select_one('link[type="application/json+oembed"]')
    assert link is not None
    assert link["href"] == (
        f"http://testserver/oembed?url={quote(f'http://testserver{own}', safe='')}&format=json"
    )
    found = client.get(re.sub("^http://testserver", "", str(link["href"]))).json()
    assert found["title"] == "Services par incubateur"


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://elsewhere.example/bilan/2024/#reseau", 404),
        ("http://testserver/bilan/2024/", 404),
        ("http://testserver/bilan/2024/#nulle-part", 404),
        ("http://testserver/recherche/", 404),
        ("http://[", 404),
        ("", 400),
    ],
)
def test_oembed_refuses_what_is_no_chart_of_ours(
    client: Client, page: models.AnnualReportPage, url: str, status: int
) -> None:
    response = client.get("/oembed", {"url": url})
    assert response.status_code == status
    if status == 404:
        assert response["Content-Type"] == "application/json"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "rien ne s’intègre" in response.json()["error"]
    assert client.get("/oembed", {"url": url or "x", "format": "xml"}).status_code == 501
