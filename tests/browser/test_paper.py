"""A report on paper: what the first page holds, and that no page is as good as empty."""

import io

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MIN_LINES = 5  # lines on a page: the two charts that are pictures have no more


@pytest.mark.parametrize("theme", ["etat", "neutre"])
def test_a_report_breaks_well_into_pages(
    browser: Browser,
    live_server: LiveServer,
    demo: AnnualReportPage,
    settings: pytest.FixtureRequest,
    theme: str,
) -> None:
    settings.FRONTEND_THEME = theme  # type: ignore[attr-defined]
    page = browser.new_page(base_url=live_server.url)
    page.goto(f"/bilan/{demo.year}/")
    pages = read_pages(page.pdf(format="A4", prefer_css_page_size=True))
    page.close()

    first = "\n".join(pages[0]).casefold()
    for words in ("bilan 2024", "l’essentiel", "services reconnus", "sommaire", "1. préambule"):
        assert words in first, words
    for number, lines in enumerate(pages, start=1):
        assert len(lines) >= MIN_LINES, (number, lines)
    assert not any("Imprimer" in lines or "Copier la citation" in lines for lines in pages)


def read_pages(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page that have words."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [list(filter(str.strip, page.extract_text().splitlines())) for page in pages]
