"""A real browser in front of the real admin. These tests run as a pytest call of their own."""

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail import models as wagtail

from reports.content.models import AnnualReportPage, HomePage, Indicator, ReportIndexPage, User
from reports.demo.accounts import list_accounts

from .context_pool import TIMEOUT_MILLISECONDS, ContextPool, serve_for_an_hour
from .demo_fixture import keep, put_back
from .engines import launch_browser

PASSWORDS = {name: password for name, password, *_ in list_accounts()}
# VIEWPORT=1100x700 shows the editor's pages on a smaller screen.
WIDTH, HEIGHT = map(int, os.environ.get("VIEWPORT", "1280x900").split("x"))
EDITOR: dict[str, Any] = {
    "locale": "fr-FR",
    "permissions": ["clipboard-read", "clipboard-write"],
    "viewport": {"width": WIDTH, "height": HEIGHT},
    "reduced_motion": "reduce",  # a click on what moves may fall beside it
}
SNAPSHOT = 2500  # ms: longer than Wagtail waits before it looks at the form again or saves a draft
# what keeps Wagtail's looks at the form
WATCH = """window.wagtail.app.getControllerForElementAndIdentifier(
    document.querySelector("[data-edit-form]"), "w-unsaved"
)"""

# Wagtail looks at the form for the first time after this many ms, instead of 2 s
LOOK_EARLY = """document.addEventListener("DOMContentLoaded", () => {
    const unsaved = window.wagtail?.app?.router.modulesByIdentifier.get("w-unsaved")?.definition;
    if (unsaved) Object.getPrototypeOf(unsaved.controllerConstructor).initialDelayValue = 300;
}, { capture: true })"""


@pytest.fixture(scope="session", autouse=True)
def _database_beside_a_browser() -> Iterator[None]:
    """Playwright's event loop runs in the thread that also talks to the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file: the threads of the server would lock each other out of one in memory."""
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(name)
        # As in production: a preview and an autosave at once would find each other's lock.
        patience = {"transaction_mode": "IMMEDIATE", "timeout": 20}
        unsafe = {"init_command": "PRAGMA synchronous = OFF"}  # nobody waits for a disk
        settings.DATABASES["default"]["OPTIONS"] = patience | unsafe


@pytest.fixture(scope="session", autouse=True)
def _patient_expectations() -> None:
    expect.set_options(timeout=TIMEOUT_MILLISECONDS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launch_browser() as browser:
        yield browser


@pytest.fixture(scope="session", autouse=True)
def _cached_static_files() -> Iterator[None]:
    """Let browsers keep static files, as they do in production."""
    with mock.patch.object(StaticFilesHandler, "serve", serve_for_an_hour):
        yield


@pytest.fixture(scope="session")
def context_pool(browser: Browser, live_server: LiveServer) -> Iterator[ContextPool]:
    pool = ContextPool(browser, live_server.url)
    yield pool
    pool.close()


@pytest.fixture
def contexts(context_pool: ContextPool) -> Iterator[Callable[..., BrowserContext]]:
    """Return empty browser contexts with these options, until the end of the test."""
    yield context_pool.take
    context_pool.clear()


def grid(headings: list[str], *rows: list[Any]) -> dict[str, Any]:
    return {
        "columns": [{"id": str(uuid4()), "heading": heading} for heading in headings],
        "rows": [{"id": str(uuid4()), "cells": cells} for cells in rows],
    }


def item(value: Any, kind: str = "item") -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def fact(figure: str, after: str) -> dict[str, Any]:
    return item({"before": "", "figure": figure, "after": after, "url": ""})


@pytest.fixture
def tree(transactional_db: None) -> wagtail.Page:
    """The root of pages: a database that was flushed has neither roots nor language."""
    if not wagtail.Collection.get_first_root_node():
        wagtail.Collection.add_root(name="Root")
    wagtail.Locale.objects.get_or_create(language_code="fr")
    return wagtail.Page.get_first_root_node() or wagtail.Page.add_root(title="Root", slug="root")


@pytest.fixture
def index(tree: wagtail.Page) -> ReportIndexPage:
    """The page under which reports are: /bilan/, on the default site."""
    home = tree.add_child(instance=HomePage(title="Accueil", slug="programme"))
    wagtail.Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    return home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def report(index: ReportIndexPage) -> AnnualReportPage:
    """A report with an indicator table and an impact card, stored as the editor stores it."""
    table = grid(
        ["Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024"],
        ["Nombre de produits", "217", "N/A", {"raw": "+80 % des cas", "read_as": "plus de 80 %"}],
        ["Part des produits ouverts", "17,4 %", "20 %", "+18 pts"],
        ["Satisfaction", {"raw": "4,2/5", "url": "https://example.org"}, "", "Très bonne"],
    )
    note = '<em>au sens de la <a href="/d">charte</a></em>'
    table["rows"][0] |= {"ref": "produits", "ref_name": "Nombre de produits", "note": note}
    card = {
        "service": None,
        "reference_name": "",
        "name": "Mano",
        "url": "",
        "mission_heading": "Sa mission",
        "mission": "Accompagner les personnes en rue.",
        "status": "",
        "facts_heading": "Son impact",
        "facts": [fact("Plus de 18 000", "conventions"), fact("+80 % des services", "en ligne")],
    }
    body = [
        item({"caption": "Indicateurs de performance", "table": table}, "indicator_table"),
        item({"cards": [item(card)]}, "impact_cards"),
    ]
    page = AnnualReportPage(title="Bilan 2024", slug="2024", year=2024, body=json.dumps(body))
    index.add_child(instance=page)
    Indicator.objects.create(code="produits", name="Produits suivis")
    return page


@pytest.fixture(scope="session")
def snapshot_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def demo(
    transactional_db: None, snapshot_folder: Path, request: pytest.FixtureRequest
) -> AnnualReportPage:
    """The demonstration, in a tree that a flushed database does not have by itself."""
    if not put_back(snapshot_folder / "demo.sqlite3"):
        request.getfixturevalue("report").delete()
        call_command("load_demo", verbosity=0)
        keep(snapshot_folder / "demo.sqlite3")
    return AnnualReportPage.objects.get(year=2024)


@pytest.fixture
def sign_in(
    contexts: Callable[..., BrowserContext], live_server: LiveServer
) -> Callable[[str], Page]:
    """Open the home of the admin as one of the demonstration's accounts."""

    def enter(name: str) -> Page:
        context = contexts(locale="fr-FR")
        start_session(context, User.objects.get(username=name), live_server.url)
        page = context.new_page()
        page.goto("/admin/")
        return page

    return enter


def start_session(context: BrowserContext, user: User, url: str) -> None:
    """Sign a user in, without the form."""
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": url}])


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where screenshots go: beside the guide when it is made anew, else nowhere that lasts."""
    return Path(os.environ.get("SCREENSHOTS", tmp_path))


@pytest.fixture
def people(contexts: Callable[..., BrowserContext]) -> Iterator[Callable[[], Page]]:
    """A browser of its own for each person; nothing may break in any."""
    broken = []

    def enter() -> Page:
        page = contexts(**EDITOR).new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto("/admin/")
        return page

    yield enter
    assert not broken


def unfold(editor: Page, report: AnnualReportPage, kind: str) -> Locator:
    """The first block of a kind, with its fields: in a long report it begins folded."""
    block = next(raw["id"] for raw in report.body.raw_data if raw["type"] == kind)
    section = editor.locator(f"#block-{block}-section")
    toggle = section.locator("> .w-panel__header .w-panel__toggle")
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    return section


def eventually(page: Page, ask: Callable[[], bool]) -> None:
    """Wait for what is no part of the page."""
    for _ in range(TIMEOUT_MILLISECONDS // 200):
        if ask():
            return
        page.wait_for_timeout(200)
    raise AssertionError(ask)


def send_comment(page: Page, words: str) -> None:
    """Write a comment and send it."""
    page.get_by_placeholder("Entrez votre commentaire").fill(words)
    click_send(page)


def click_send(place: Page | Locator, name: str = "Commenter") -> None:
    """Send the comment or the reply that is written, or press another button of its box.

    Its box follows its field: where the click gives the focus, both may scroll, and the button is
    let go of beside it. Who sees that clicks again.
    """
    send = place.get_by_role("button", name=name, exact=True, disabled=False)
    repeat(send.click, lambda: expect(send).to_have_count(0, timeout=2_000))


def begin_reply(thread: Locator) -> Locator:
    """Open a thread, which may move like the box above, and return where its answer is typed."""
    box = thread.get_by_placeholder("Entrez votre réponse")
    repeat(thread.click, lambda: expect(box).to_be_visible(timeout=2_000))
    return box


def repeat(act: Callable[[], None], seen: Callable[[], None]) -> None:
    """Act until its effect is seen, at most ten times."""
    for left in reversed(range(10)):
        act()
        try:
            seen()
            break
        except AssertionError:
            if not left:
                raise


def open_actions(page: Page) -> None:
    """The menu beside the button that saves a draft."""
    page.get_by_role("button", name=re.compile("Enregistrer le brouillon")).wait_for()
    toggle = page.locator("footer [data-w-dropdown-target=toggle]")
    for _ in range(40):  # a page that has just come does not listen yet
        toggle.click()
        page.wait_for_timeout(250)
        if toggle.get_attribute("aria-expanded") == "true":
            return
    raise AssertionError("the menu does not open")


def wait_until_watched(page: Page) -> None:
    """Wait for Wagtail's first look at the form: it misses edits that were made before."""
    page.wait_for_function(f"() => {WATCH}?.initialFormData")


def press_publish(button: Locator) -> None:
    """Publish, and answer the question that is asked where something is open or an hour is set."""
    page = button.page
    with page.expect_response("**/confirm_cancellation/**") as answer:
        button.click()
    try:
        step = answer.value.json()["step"]
    except Error:  # the page is left already
        return
    if step == "confirm":
        page.locator(".modal-body [data-confirm-cancellation]").click()


def approve(page: Page) -> None:
    """From the edit view, in both steps: the button is above the findings."""
    here = page.url
    for step in ("Approuver", "Approuver et publier"):
        page.goto(here)
        wait_until_watched(page)
        open_actions(page)
        page.get_by_role("button", name=step, exact=True).click()
        page.locator(".modal-body").get_by_role("button", name="Approuver").click()
        page.locator(".messages .success").first.wait_for()


@pytest.fixture
def editor(
    contexts: Callable[..., BrowserContext], live_server: LiveServer, report: AnnualReportPage
) -> Iterator[Page]:
    """The editing view of the report, signed in and past the first snapshot."""
    context = contexts(**EDITOR)
    start_session(context, User.objects.create_superuser("editor"), live_server.url)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.add_init_script(LOOK_EARLY)
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)
    yield page
    assert not broken


@pytest.fixture
def saved(editor: Page, report: AnnualReportPage) -> Callable[[], list[Any]]:
    """Saves a draft with the editor's own button; returns the body as stored.

    What the page says of an earlier save is taken away first, or it would be taken for this one's.
    """

    def save() -> list[Any]:
        editor.locator(".messages li").evaluate_all("all => all.forEach(one => one.remove())")
        editor.get_by_role("button", name="Enregistrer le brouillon").click()
        editor.locator(".messages .success").first.wait_for()
        report.refresh_from_db()
        return json.loads(report.get_latest_revision().content["body"])

    return save
