"""Charts as files: what they hold, and what hides them."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from cms.frontend.chart_pictures import SVG, build_picture
from reports import models
from reports.content.charts import drawing
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import read

pytestmark = pytest.mark.django_db

ROWS = ["DINUM", "59"], ["Écologie", "43"]


@pytest.fixture
def page(publish: Any) -> models.AnnualReportPage:
    chart = build.chart("Services par incubateur", *ROWS, source="DINUM, 2024")
    report: models.AnnualReportPage = publish(2024, stored(build.heading("Réseau"), chart))
    return report


def addresses(client: Client, path: str = "/bilan/2024/") -> list[str]:
    links = read(client, path).select(".bilan-tools a")
    return [str(link["href"]) for link in links]


def test_a_chart_can_be_saved_as_data_and_as_pictures(
    client: Client, page: models.AnnualReportPage
) -> None:
    data, png, svg = addresses(client)
    block = page.body[1].id
    assert data == f"/bilan/2024/donnees/{block}.csv"
    assert svg == f"/bilan/2024/graphiques/{block}.svg"
    assert png == f"/bilan/2024/graphiques/{block}.png"
    drawn = client.get(svg)
    assert drawn["Content-Type"] == "image/svg+xml; charset=utf-8"
    name = "2024-services-par-incubateur"
    for address, ending in ((data, "csv"), (png, "png"), (svg, "svg")):
        told = f'attachment; filename="{name}.{ending}"'
        assert client.get(address)["Content-Disposition"] == told
    root = ElementTree.fromstring(drawn.content)
    said = " ".join(root.itertext())
    for words in ("Services par incubateur", "Source\u202f: DINUM, 2024", "testserver/bilan/2024/"):
        assert words in said
    assert b"currentColor" not in drawn.content
    pixels = client.get(png)
    assert pixels["Content-Type"] == "image/png"
    assert pixels.content.startswith(b"\x89PNG")


def test_pixels_are_made_once(
    client: Client, page: models.AnnualReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, png, _ = addresses(client)
    first = client.get(png).content
    drawing.forget_recent()

    def fail(*given: Any) -> None:
        raise AssertionError(given)

    monkeypatch.setattr(drawing.process, "draw_in_process", fail)
    assert client.get(png).content == first


def test_hidden_absent_and_undrawn_are_one_answer(
    client: Client, page: models.AnnualReportPage
) -> None:
    _, _, svg = addresses(client)
    heading = svg.replace(page.body[1].id, page.body[0].id)
    absent = svg.replace(page.body[1].id, "00000000-0000-0000-0000-000000000000")
    answers = [client.get(path) for path in (heading, absent, svg.replace("2024", "2022"))]
    models.AnnualReportPage.objects.update(live=False)
    answers.append(client.get(svg))
    assert [answer.status_code for answer in answers] == [404] * 4


def test_the_picture_of_a_version_is_that_of_then_and_goes_with_it(
    client: Client, page: models.AnnualReportPage
) -> None:
    version = models.ReportVersion.objects.latest("number")
    _, png, svg = addresses(client, f"/bilan/2024/v/{version.number}/")
    assert svg.startswith(f"/bilan/2024/v/{version.number}/graphiques/")
    page.body = stored(build.chart("Autre titre", *ROWS))
    page.save()
    assert "Services par incubateur" in client.get(svg).content.decode()
    withdraw_version(version, "La loi.", models.User.objects.create(username="admin"))
    for address in (svg, png):
        answer = client.get(address)
        assert answer.status_code == 410
        assert b"DINUM" not in answer.content


def test_long_titles_are_set_in_lines_and_markup_stays_words() -> None:
    svg = f'<svg xmlns="{SVG}" viewBox="0 0 320 100"><text fill="currentColor">a</text></svg>'
    title = "Nombre de services <b>publics</b> & numériques par incubateur"
    root = ElementTree.fromstring(build_picture(svg, title, ["Note."]))
    assert root.findtext(f"{{{SVG}}}title") == title
    lines = [e.text for e in root.iter(f"{{{SVG}}}text") if e.get("font-weight") == "bold"]
    assert len(lines) > 1
    assert " ".join(map(str, lines)) == title
    assert float(root.get("height", "0")) > 100 + 2 * 18
