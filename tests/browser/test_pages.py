"""Every page and every block, as assistive technology and narrow screens meet them."""

import os
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage

from .site import built

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# `make axe` looks at every page in every theme, width and scheme; else at a representative part.
WHOLE = os.environ.get("AXE") == "whole"
THEMES, WIDTHS, SCHEMES = ("etat", "neutre"), (1280, 768, 320), ("light", "dark")
LOOKS = [
    look
    for look in product(THEMES, WIDTHS, SCHEMES)
    if WHOLE or look[1:] in ((1280, "light"), (320, "dark"))
]
MAX_PAGES = 6  # pages of the neutral theme
ALL_RULES = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        ],
    },
}
SHOTS = os.environ.get("SCREENSHOTS", "")


def shot_name(path: str) -> str:
    return (
        re.sub(r"\W+", "-", re.sub("relecture/.{20,}", "relecture", path)).strip("-") or "accueil"
    )


def test_no_page_violates_a_rule_of_axe(
    browser: Browser,
    live_server: LiveServer,
    report: AnnualReportPage,
    settings: Any,
    record_property: Callable[[str, object], None],
) -> None:
    report.delete()
    pages, wrong, runs = built(), [], 0
    for theme, width, scheme in LOOKS:
        settings.FRONTEND_THEME = theme
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.on("console", lambda m: wrong.append(m.text) if "Content Security" in m.text else None)
        for path in pages if WHOLE or theme == "etat" else pages[:MAX_PAGES]:
            page.goto(path)
            if theme == "etat":
                page.locator("html[data-fr-theme]").wait_for(state="attached")
                dark = page.evaluate("document.documentElement.dataset.frTheme")
                assert dark == scheme, (path, dark)
            found = Axe().run(page, options=ALL_RULES).response["violations"]
            runs += 1
            for violation in found:
                targets = [node["html"][:120] for node in violation["nodes"][:3]]
                wrong.append(f"{path} {theme} {width} {scheme}: {violation['id']} {targets}")
            page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append(f"{path} {width}: scrolls to {wide}")
            if SHOTS:
                name = f"{shot_name(path)}-{theme}-{width}-{scheme}.png"
                page.screenshot(path=Path(SHOTS) / name, full_page=True)
        context.close()

    assert wrong == []
    record_property("counted: pages that axe found nothing wrong with", runs)


def test_everything_is_there_without_javascript_and_on_paper(
    browser: Browser, live_server: LiveServer, report: AnnualReportPage
) -> None:
    report.delete()
    built()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/bilan/2022/")
    for text in ("Transcription", "Sommaire", "Rechercher"):
        assert page.get_by_text(text, exact=True).first.is_visible(), text
    assert page.locator("figure svg").first.is_visible()
    for row in page.locator("figure table tbody tr").all():
        assert row.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Graphique bar").first.is_visible()
    assert not page.locator("#_menu").is_visible()
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "print.png", full_page=True)
        page.emulate_media(media="screen")
        page.screenshot(path=Path(SHOTS) / "without-javascript.png", full_page=True)
    context.close()


def test_by_keyboard_alone(
    browser: Browser, live_server: LiveServer, report: AnnualReportPage
) -> None:
    report.delete()
    built()
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/bilan/2022/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_contenu"
    place = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(place))
    wanted = page.evaluate(
        "[...document.querySelectorAll('main a[href], main summary, main [tabindex=\"0\"]')]"
        # what is folded, or the other view of a chart, is reached once it is shown
        ".filter(element => element.checkVisibility({contentVisibilityAuto: true}))"
        ".map(element => [...document.querySelectorAll('*')].indexOf(element))"
    )
    assert set(wanted) <= reached
    context.close()
