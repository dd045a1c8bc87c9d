"""What pages say of themselves to machines: descriptions, pictures, structured data."""

import io
import json
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from cms.frontend import vignette
from reports import models

from .page import read

pytestmark = pytest.mark.django_db

PICTURE = "/bilan/2024/vignette.png"
PAGES = (
    *("/", "/bilan/", "/bilan/2024/", "/indicateurs/lances/", "/services/mano.beta/"),
    *("/incubateurs/fabrique/", "/appels/fast-7/", "/comparer/2023/2024/", "/recherche/"),
)


def test_every_page_has_a_description_and_an_address(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2023, every_block)
    index = publish(2024, every_block).get_parent()
    index.get_parent().add_child(instance=models.ContentPage(title="Mentions", slug="mentions"))
    for address in (*PAGES, "/mentions/"):
        page = read(client, address)
        (description,) = page.select('meta[name="description"]')
        assert str(description["content"]).strip(), address
        (canonical,) = page.select('link[rel="canonical"]')
        assert canonical["href"] == f"http://testserver{address}"


def test_a_report_is_shared_with_its_picture(
    client: Client, publish: Any, every_block: Any
) -> None:
    publish(2024, every_block)
    page = read(client, "/bilan/2024/")
    response = client.get(PICTURE)

    shared = page.select_one('meta[property="og:image"]')
    assert shared
    assert shared["content"] in (f"http://testserver{PICTURE}",)
    assert response["Content-Type"] == "image/png"
    assert "report-2024" in response["Cache-Tag"]
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == (1200, 630)
    assert client.get(PICTURE, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_the_picture_of_a_hidden_report_is_absent(client: Client, publish: Any) -> None:
    page = publish(2024)
    assert client.get(PICTURE).status_code == 200
    page.unpublish()
    hidden, absent = client.get(PICTURE), client.get("/bilan/2020/vignette.png")

    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert client.get("/bilan/vignette.png").status_code == 404


def test_the_drawing_has_the_title_and_three_figures() -> None:
    facts = [
        {"before": "", "after": f"mots {n} <b>", "figure": {"text": text, "state": "VALUE"}}
        for n, text in enumerate(("1", "22", "Une phrase bien trop longue", "333", "4444"))
    ]
    block = {"__typename": "KeyFiguresBlock", "figureGroups": [{"facts": facts}]}
    report = {"heroTitle": "Un titre & " + "long " * 40, "body": [block], "essentials": []}
    svg = vignette.build_drawing(report, {"publisher": "", "name": "Programme"})

    assert "Un titre &amp; long" in svg
    assert "…" in svg
    assert [text in svg for text in (">1<", ">22<", "bien trop", ">333<", ">4444<")] == [
        *(True, True, False),
        *(True, False),
    ]
    assert "<b>" not in svg
    report["essentials"] = [{"label": "agents", "figure": {"text": "97"}}]
    svg = vignette.build_drawing(report, {"publisher": "", "name": "Programme"})
    assert ">97<" in svg
    assert ">22<" not in svg


def test_a_report_tells_machines_where_its_data_are(
    client: Client, publish: Any, every_block: Any, settings: Any
) -> None:
    publish(2024, every_block)
    page = read(client, "/bilan/2024/")
    script = page.select_one('script[type="application/ld+json"]')
    assert script
    told = json.loads(script.get_text())

    assert told["@type"] == "Report"
    assert told["hasPart"]["@type"] == "Dataset"
    files = [each["contentUrl"] for each in told["hasPart"]["distribution"]]
    assert files == [f"http://testserver/bilan/2024/donnees.{kind}" for kind in ("csv", "ods")]
    for address in files:
        assert client.get(address).status_code == 200


def test_a_picture_that_cannot_be_drawn_is_asked_again_later(
    client: Client, publish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(2024)
    monkeypatch.setattr(vignette, "draw_png", lambda svg: None)
    response = client.get(PICTURE)

    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
