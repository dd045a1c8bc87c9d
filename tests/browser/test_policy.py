"""The whole admin works under its Content-Security-Policy, which is never violated."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site, Task, Workflow, WorkflowPage

from reports.content.models import AnnualReportPage, HomePage, ReportDocument, Service, User

from .conftest import EDITOR, SNAPSHOT, send_comment, start_session, unfold, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LISTEN = """
document.addEventListener('securitypolicyviolation', (event) => {
  console.error(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
PANEL = "Afficher/masquer la prévisualisation"
SETTLED = 1_000  # ms; Wagtail moves the focus into a comment after a quarter of a second
# Addresses of the admin with forms and widgets of every kind; {page} and the like are keys.
SCREENS = [
    "",
    "pages/",
    "pages/{page}/history/",
    "pages/{page}/edit/",
    "pages/{page}/move/",
    "relecture/{page}/",
    "images/",
    "images/add/",
    "documents/",
    "documents/add/",
    "collections/add/",
    "redirects/add/",
    "redirects/import/",
    "sites/new/",
    "users/",
    "users/new/",
    "groups/new/",
    "workflows/list/",
    "workflows/add/",
    "workflows/edit/{workflow}/",
    "snippets/reports/service/",
    "snippets/reports/service/edit/{service}/",
    "reports/locked/",
    "reports/site-history/",
    "account/",
]


@pytest.fixture
def wrong() -> list[str]:
    """What went wrong in any page: errors, and what a policy kept from it."""
    return []


@pytest.fixture
def admin(
    contexts: Callable[..., BrowserContext],
    live_server: LiveServer,
    demo: AnnualReportPage,
    wrong: list[str],
) -> Page:
    context = contexts(**EDITOR | {"viewport": {"width": 1400, "height": 1000}})
    start_session(context, User.objects.create_superuser("direction"), live_server.url)
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.on("pageerror", partial(note_error, wrong))
    page.on("console", partial(hear, wrong))
    return page


def note_error(wrong: list[str], error: Error) -> None:
    if "Your focus-trap must have" in str(error):
        return  # Wagtail's box of a comment, on a busy machine: it closes before its trap begins
    wrong.append(str(error))


def hear(wrong: list[str], message: ConsoleMessage) -> None:
    if "Invalid time zone" in message.text:
        return  # of a list that Wagtail knows more of than this browser
    if message.type == "error" or "Content Security" in message.text:
        wrong.append(f"{message.text} {message.location.get('url', '')}")


def test_every_screen(admin: Page, demo: AnnualReportPage, wrong: list[str]) -> None:
    service, workflow = Service.objects.first(), Workflow.objects.first()
    assert service
    assert workflow
    keys = {"page": demo.pk, "service": service.pk, "workflow": workflow.pk}
    for screen in SCREENS:
        address = f"/admin/{screen.format(**keys)}"
        answer = admin.goto(address)
        assert answer
        assert answer.status == 200, address
        policy = answer.headers.get("content-security-policy", "")
        assert policy.startswith("default-src 'none'"), address
        expect(admin.locator("[data-controller=b-construct]")).to_have_count(0)
        assert wrong == [], address


def test_a_report_is_edited(admin: Page, demo: AnnualReportPage, wrong: list[str]) -> None:
    """Words, cells, charts, choosers, dates, comments, the menu of blocks, and the preview."""
    admin.goto(f"/admin/pages/{demo.pk}/edit/")
    wait_until_watched(admin)

    admin.get_by_role("button", name=PANEL).click()
    shown = admin.frame_locator("#w-preview-iframe")
    expect(shown.get_by_role("heading", level=1)).to_be_visible()
    admin.locator("[name=hero_title]").fill("Un autre titre")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Un autre titre")
    admin.get_by_role("button", name=PANEL).click()

    text = unfold(admin, demo, "paragraph").locator(".public-DraftEditor-content").first
    text.click()
    text.press_sequentially("Des mots. ")
    text.press("Control+a")
    admin.locator(".Draftail-Toolbar, .Draftail-FloatingToolbar").first.wait_for()

    table = unfold(admin, demo, "indicator_table")
    cell = table.locator("td .bilan-figure > :is(input, textarea)").nth(1)
    admin.evaluate("text => navigator.clipboard.writeText(text)", "12\t34\n56\t78")
    cell.focus()
    cell.press("Control+v")
    expect(cell).to_have_value("12")

    chart = unfold(admin, demo, "chart")
    expect(chart.locator("svg, img").first).to_be_visible()

    caption = table.locator("[data-contentpath=caption]").first
    caption.hover()
    caption.get_by_role("button", name="Ajouter un commentaire").click()
    send_comment(admin, "Quelle légende ?")

    date = open_schedule(admin)
    date.click()
    expect(admin.locator(".xdsoft_datetimepicker:visible").first).to_be_visible()
    admin.keyboard.press("Escape")
    assert wrong == []


def open_schedule(page: Page) -> Locator:
    """Open the dialog of dates and return its first field. What a save brings closes it again.

    A comment takes the focus a moment after it was sent, and keeps it until something beside it is
    clicked: it would fight with the dialog.
    """
    page.wait_for_timeout(SETTLED)
    page.locator("[name=hero_title]").click()
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    page.locator("[data-side-panel-toggle=status]").click()
    opener = page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first
    date = page.locator("#schedule-publishing-dialog [name=go_live_at]")
    for _ in range(20):
        if not date.is_visible():
            opener.click()
        page.wait_for_timeout(SNAPSHOT)
        if date.is_visible():
            return date
    raise AssertionError("the dialog does not stay open")


def test_choosers_that_the_server_rendered_open(admin: Page, wrong: list[str]) -> None:
    """Their calls are elements that a script of ours reads, in an inline panel when it is added."""
    chosen = admin.locator(".modal-content")
    for address, opener in [
        ("redirects/add/", admin.locator("#id_redirect_page-chooser button:visible").first),
        ("workflows/add/", admin.get_by_role("button", name="Choisissez une page")),
    ]:
        admin.goto(f"/admin/{address}")
        expect(admin.locator("[data-controller=b-construct]")).to_have_count(0)
        opener.click()
        expect(chosen.get_by_text("Accueil").first).to_be_visible()
    admin.goto("/admin/workflows/add/")
    admin.get_by_role("button", name="Ajouter\u202f: tâche").click()
    admin.locator("[id^=id_workflow_tasks-0-task] button:visible").first.click()
    expect(chosen.locator("a, button").first).to_be_visible()
    assert wrong == []


def choose_another(page: Page, field: Locator, action: str) -> Locator:
    """Open the dialog of a chooser that holds a value, from its menu."""
    field.locator("[data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name=action, exact=True).click()
    dialog = page.locator(".modal-content")
    dialog.get_by_role("heading").first.wait_for()
    return dialog


def test_another_document_is_chosen(admin: Page, demo: AnnualReportPage, wrong: list[str]) -> None:
    """The menu of a chooser that holds a value is taken out of the page when it is made."""
    first, second = (
        ReportDocument.objects.create(
            title=title, file=ContentFile(b"%PDF", "b.pdf"), language="fr"
        )
        for title in ("Version provisoire", "Version relue")
    )
    demo.source_document = first
    demo.save_revision().publish()
    admin.goto(f"/admin/pages/{demo.pk}/edit/")
    wait_until_watched(admin)
    field = admin.locator("#id_source_document-chooser")
    expect(field).to_contain_text(first.title)
    dialog = choose_another(admin, field, "Choisir un autre document")
    dialog.get_by_role("link", name=second.title).click()
    expect(field).to_contain_text(second.title)
    expect(admin.locator("#id_source_document")).to_have_value(str(second.pk))
    assert wrong == []


def test_another_root_page_is_chosen(admin: Page, demo: AnnualReportPage, wrong: list[str]) -> None:
    site = Site.objects.get(is_default_site=True)
    other = HomePage(title="Un autre accueil", slug="autre")
    site.root_page.add_sibling(instance=other)
    admin.goto(f"/admin/sites/edit/{site.pk}/")
    field = admin.locator("#id_root_page-chooser")
    dialog = choose_another(admin, field, "Choisissez une page racine différente")
    dialog.get_by_role("link", name=other.title, exact=True).click()
    expect(admin.locator("#id_root_page")).to_have_value(str(other.pk))
    assert wrong == []


def test_a_chooser_that_comes_later_is_used_again(
    admin: Page, demo: AnnualReportPage, wrong: list[str]
) -> None:
    """Forms that are fetched, and rows that are added to an inline panel."""
    site = Site.objects.get(is_default_site=True)
    admin.goto(f"/admin/sites/edit/{site.pk}/")
    expect(admin.locator("[data-controller=b-construct]")).to_have_count(0)
    admin.evaluate(
        """async () => {
          const html = await (await fetch(location.href)).text();
          const page = new DOMParser().parseFromString(html, "text/html");
          document.querySelector("main form").replaceWith(page.querySelector("main form"));
        }"""
    )
    expect(admin.locator("[data-controller=b-construct]")).to_have_count(0)
    field = admin.locator("#id_root_page-chooser")
    choose_another(admin, field, "Choisissez une page racine différente")

    admin.goto("/admin/workflows/add/")
    admin.get_by_role("button", name="Ajouter\u202f: tâche").click()
    task = admin.locator("#id_workflow_tasks-0-task-chooser")
    task.locator("button:visible").first.click()
    chosen = Task.objects.order_by("pk").first()
    dialog = admin.locator(".modal-content")
    dialog.get_by_role("tab", name="Existant").click()
    dialog.get_by_role("link", name=chosen.name).click()
    expect(task).to_contain_text(chosen.name)
    choose_another(admin, task, "Choisir une autre tâche")
    assert wrong == []


def test_another_task_and_page_of_a_workflow_are_chosen(
    admin: Page, demo: AnnualReportPage, wrong: list[str]
) -> None:
    workflow = WorkflowPage.objects.select_related("workflow").first().workflow
    admin.goto(f"/admin/workflows/edit/{workflow.pk}/")
    task = admin.locator("#id_workflow_tasks-0-task-chooser")
    choose_another(admin, task, "Choisir une autre tâche")
    admin.reload()
    page = admin.locator("[id^=id_][id$=-page-chooser]").first
    choose_another(admin, page, "Choisir une autre page")
    assert wrong == []


def test_the_explorer(admin: Page, wrong: list[str]) -> None:
    admin.goto("/graphiql/")
    admin.get_by_role("button", name=re.compile("Execute|Exécuter")).click()
    expect(admin.locator(".result-window")).to_contain_text("totalCount")
    assert wrong == []


class Frontend(BaseHTTPRequestHandler):
    """A frontend on another origin that says which path it shows."""

    def do_GET(self) -> None:
        body = b"<!doctype html><html lang=fr><title>a</title><h1>Une autre interface</h1></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body if "favicon" not in self.path else b"")

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def frontend() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Frontend)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_frontend_outside_is_framed(
    admin: Page, demo: AnnualReportPage, wrong: list[str], frontend: str, settings: Any
) -> None:
    settings.PREVIEW_URL_TEMPLATES = {"*": {"Site public": f"{frontend}/a#{{token}}&{{path}}"}}
    admin.goto(f"/admin/pages/{demo.pk}/edit/")
    wait_until_watched(admin)
    admin.get_by_role("button", name=PANEL).click()
    frame = admin.frame_locator("#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()  # Wagtail drops an earlier choice
    admin.locator("#id_preview_mode, [name=preview_mode]").first.select_option("Site public")
    expect(frame.get_by_role("heading", name="Une autre interface")).to_be_visible()
    assert [each for each in wrong if "Policy" in each or "violation" in each] == []


def test_another_site_frames_nothing(
    admin: Page, demo: AnnualReportPage, frontend: str, wrong: list[str], live_server: LiveServer
) -> None:
    admin.goto(frontend)
    for path in ("/admin/", f"/admin/pages/{demo.pk}/edit/", "/bilan/2024/", "/graphiql/"):
        admin.evaluate(
            "address => new Promise((done) => { const frame = document.createElement('iframe');"
            "frame.onload = done; frame.src = address; document.body.append(frame); })",
            f"{live_server.url}{path}",
        )
    assert len([each for each in wrong if "frame-ancestors" in each]) == 4
