"""A chart of a report in a page of another site, before and after the report is corrected."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage
from reports.publishing.models import ReportVersion
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Services par incubateur"


class OtherSite(BaseHTTPRequestHandler):
    """A site on another origin, whose page has the code that a reader copied."""

    code = ""

    def do_GET(self) -> None:
        page = f"<!doctype html><html lang=fr><title>a</title><h1>Un article</h1>{self.code}</html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode() if "favicon" not in self.path else b"")

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def other_site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("width", [640, 800])
def test_a_frame_is_as_high_as_what_it_shows(
    contexts: Callable[..., BrowserContext], demo: AnnualReportPage, width: int
) -> None:
    page = contexts(viewport={"width": width, "height": 100}).new_page()
    page.goto(f"/bilan/{demo.year}/")
    codes = page.locator(".bilan-embed textarea").evaluate_all("all => all.map(e => e.value)")
    assert len(codes) > 2
    for code in codes:
        frame = BeautifulSoup(code, "lxml").iframe
        assert frame is not None
        page.goto(str(frame["src"]))
        drawn = page.evaluate("document.documentElement.scrollHeight")
        assert drawn <= int(str(frame["height"])) < 2 * drawn + 100, frame["title"]


def test_another_site_shows_a_chart_before_and_after_a_correction(
    contexts: Callable[..., BrowserContext],
    live_server: LiveServer,
    report: AnnualReportPage,
    other_site: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report.body = stored(build.chart(TITLE, ["DINUM", "59"], ["Écologie", "43"]))
    report.save()
    page = contexts().new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if "Content Security" in m.text else None)
    page.goto("/bilan/2024/")
    code = page.locator(".bilan-embed textarea").input_value()
    monkeypatch.setattr(OtherSite, "code", code)
    number = ReportVersion.objects.latest("number").number

    page.goto(other_site)
    frame = page.frame_locator(f"iframe[title='{TITLE}']")
    expect(frame.locator("h1")).to_have_text(TITLE)
    expect(frame.locator("svg.chart")).to_be_visible()
    expect(frame.get_by_text("Une version plus récente existe")).to_have_count(0)

    report.body = stored(build.chart(TITLE, ["DINUM", "60"], ["Écologie", "43"]))
    report.save()
    page.goto(other_site)
    expect(frame.locator(".fr-alert")).to_contain_text(f"Version {number}, du")
    frame.get_by_text("Tableau", exact=True).click()
    expect(frame.locator("tbody tr").first).to_contain_text("59")
    frame.get_by_role("link", name="Une version plus récente existe").click()
    page.wait_for_url(f"{live_server.url}/bilan/2024/#*")  # in the whole window
    expect(page.locator("h1")).to_have_text("Bilan 2024")
    assert wrong == []
