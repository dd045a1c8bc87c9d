"""The frontend in examples/, from an origin of its own: what is published, a draft, the panel."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.signals import request_started
from django.db import connections
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage, ReportDocument, SiteIdentity, User
from reports.content.visibility.sites import site_address
from reports.publishing.previews import links

from .conftest import SNAPSHOT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "frontend"
BILAN = "http://127.0.0.1:8000"  # as the example has it
WIDTHS = (320, 1280)
PANEL = 9_000  # ms; a page that does not speak to the panel is shown after ten seconds
GRAPH = re.compile(r"/graphql/")


@pytest.fixture
def example(live_server: LiveServer) -> Iterator[str]:
    """The address of the example, configured as its README says: the address of Bilan is replaced.

    No `?api=` does it, here or elsewhere: whoever writes a link would choose which server's HTML
    the page inserts, and where the token of a preview is sent.
    """

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **how: Any) -> None:
            super().__init__(*args, directory=str(EXAMPLE), **how)

        def do_GET(self) -> None:
            if self.path.partition("?")[0] not in ("/", "/index.html"):
                return super().do_GET()
            index = (EXAMPLE / "index.html").read_text(encoding="utf-8")
            assert index.count(BILAN) == 3
            body = index.replace(BILAN, live_server.url).encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def visitor(browser: Browser, example: str) -> Iterator[Page]:
    """Somebody without an account."""
    context = browser.new_context(base_url=example, locale="fr-FR")
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    context.close()
    assert not broken


@pytest.fixture
def asked() -> Iterator[list[tuple[str, bool]]]:
    """The method of each request to the graph, and whether it came with a token: no browser
    tells a page of its preflights.
    """
    seen: list[tuple[str, bool]] = []

    def note(environ: dict[str, Any] | None = None, **_: Any) -> None:
        if environ and environ["PATH_INFO"] == "/graphql/":
            seen.append((environ["REQUEST_METHOD"], "HTTP_X_PREVIEW_TOKEN" in environ))

    request_started.connect(note)
    yield seen
    request_started.disconnect(note)


@pytest.fixture
def patience(transactional_db: None) -> Iterator[None]:
    """The panel and the autosave write at once: on SQLite, one waits for the other as it does in
    `cms/settings/base.py`, whose options the tests' settings drop.
    """
    default = connections.settings["default"]
    usual = default["OPTIONS"]
    if default["ENGINE"] == "django.db.backends.sqlite3":
        default["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}
    yield
    default["OPTIONS"] = usual


@pytest.fixture
def target(settings: Any, example: str, patience: None) -> str:
    """The example as a frontend that shows drafts, before the editor opens."""
    address = f"{example}index.html#apercu={{token}}&chemin={{path}}"
    settings.PREVIEW_URL_TEMPLATES = {"*": {"Site public": address}}
    return address


def preview(page: AnnualReportPage, title: str) -> str:
    """Where a reviewer reads a draft of `page` by another title, published by nobody."""
    page.title = title
    page.save_revision()
    page.refresh_from_db()
    author = User.objects.create_superuser("author")
    token = links.build_token(links.make_review(author, page, 7, "relecture"))
    return f"index.html#apercu={token}&chemin=/bilan/2024/"


def titled(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def violations(page: Page) -> list[str]:
    """What all of axe-core's rules find, at the narrowest width that pages must fit, and wide."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        wrong = Axe().run(page).response["violations"]
        found += [f"{width}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in wrong]
    return found


def test_a_published_report_is_read_without_a_preflight(
    demo: AnnualReportPage, visitor: Page, asked: list[tuple[str, bool]]
) -> None:
    said: list[str] = []
    visitor.on("console", lambda message: said.append(message.text))
    visitor.goto("?annee=2024")
    titled(visitor, "Bilan 2024")

    assert asked == [("GET", False), ("GET", False)]  # the site, and the report
    assert said == []  # no block of an unknown type, nothing against the page's own policy
    kinds = {block.block_type for block in demo.body}
    assert len(kinds) == 20
    for block in demo.body:  # `block` is the wrapper: something is in each
        assert visitor.locator(f'[id="{block.id}"] > *').count(), block.block_type
    expect(visitor.get_by_role("region", name="Aperçu")).to_have_count(0)
    expect(
        visitor.get_by_role("navigation", name="Sommaire").get_by_role("link").first
    ).to_be_visible()
    row = visitor.get_by_role("rowheader", name=re.compile("^Nombre de nouveaux agents"))
    expect(row.locator("xpath=..").get_by_role("cell").last).to_have_text("217")
    expect(visitor.locator("figure svg")).to_be_visible()
    picture = visitor.locator("figure > img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0  # from the other origin, as allowed
    assert violations(visitor) == []


def test_links_lead_where_their_kind_says(demo: AnnualReportPage, visitor: Page) -> None:
    home, earlier = demo.get_site().root_page, AnnualReportPage.objects.get(year=2023)
    document = ReportDocument.objects.first()
    assert document
    demo.introduction = (
        f'<p><a linktype="page" id="{earlier.pk}">bilan</a> '
        f'<a linktype="page" id="{home.pk}">accueil</a> '
        f'<a linktype="document" id="{document.pk}">fichier</a> '
        '<a href="#impact">ancre</a> <a href="/startups/mano.html">imprimé</a> '
        '<a href="https://exemple.example/">ailleurs</a></p>'
    )
    demo.save()

    def leads(name: str) -> str | None:
        return visitor.locator(".lead").get_by_role("link", name=name).get_attribute("href")

    visitor.goto("?annee=2024")
    titled(visitor, "Bilan 2024")
    server = visitor.evaluate("document.querySelector('meta[name=bilan]').content")
    assert leads("bilan") == "?annee=2023"
    assert leads("accueil") == f"{site_address(demo.get_site())}/"
    assert leads("fichier") == f"{server.removesuffix('/graphql/')}{document.url}"
    assert leads("ancre") == "#impact"
    assert leads("imprimé") == "https://beta.gouv.fr/startups/mano.html"
    assert leads("ailleurs") == "https://exemple.example/"

    SiteIdentity.objects.all().delete()
    visitor.goto("?annee=2024")
    titled(visitor, "Bilan 2024")
    expect(visitor.locator(".lead")).to_contain_text("ancre imprimé ailleurs")
    expect(visitor.locator(".lead").get_by_role("link", name="imprimé")).to_have_count(0)


def test_a_draft_is_read_by_its_token_and_by_nothing_else(
    report: AnnualReportPage, visitor: Page, asked: list[tuple[str, bool]]
) -> None:
    report.body.append(("heading", {"text": "", "level": "2"}))
    visitor.goto(preview(report, "Bilan retouché"))
    titled(visitor, "Bilan retouché")
    expect(visitor.get_by_role("region", name="Aperçu")).to_contain_text(
        "1 élément à remplir ou à relire"
    )
    expect(visitor.locator(".block .gaps")).to_contain_text("Titre")
    asked_first = sorted(kind for kind in asked if kind[0] != "OPTIONS")
    assert asked_first == [("GET", False), ("POST", True), ("POST", True)]
    assert violations(visitor) == []

    assert visitor.url.endswith("/index.html?apercu")  # the token is nowhere to be copied from
    visitor.reload()
    titled(visitor, "Aperçu refermé")
    visitor.goto("?annee=2024")
    titled(visitor, "Bilan 2024")
    expect(visitor.locator(".gaps")).to_have_count(0)


def test_a_review_link_that_opens_nothing_is_refused_in_french(
    report: AnnualReportPage, visitor: Page
) -> None:
    visitor.goto("index.html#apercu=forged&chemin=/bilan/2024/")
    titled(visitor, "Aperçu refusé")
    expect(visitor.get_by_role("main")).to_contain_text("Ouvrez-le à nouveau depuis l’éditeur")
    assert violations(visitor) == []


def test_what_is_not_there_is_said(report: AnnualReportPage, visitor: Page) -> None:
    visitor.goto("?annee=1999")
    titled(visitor, "Bilan introuvable")
    visitor.goto("")
    titled(visitor, "Quelle année ?")

    index = report.get_parent().specific
    author = User.objects.create_superuser("author")
    token = links.build_token(links.get_outside_link(author, index, index.serializable_data()))
    visitor.goto(f"index.html#apercu={token}&chemin=/bilan/")
    titled(visitor, "Pas d’aperçu de cette page")


def test_a_server_that_is_gone_or_busy_is_said(report: AnnualReportPage, visitor: Page) -> None:
    def busy(route: Route) -> None:
        headers = {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Expose-Headers": "Retry-After",
            "Retry-After": "7",
        }
        errors = [{"message": "Later.", "extensions": {"code": "RATE_LIMITED"}}]
        route.fulfill(status=429, headers=headers, json={"errors": errors})

    visitor.route(GRAPH, busy)
    visitor.goto("?annee=2024")
    titled(visitor, "Trop de demandes")
    expect(visitor.get_by_role("main")).to_contain_text("Réessayez dans 7 s.")

    visitor.unroute(GRAPH)
    visitor.route(GRAPH, lambda route: route.abort())
    visitor.reload()
    titled(visitor, "Serveur injoignable")


def test_another_version_of_the_server_is_no_obstacle(
    report: AnnualReportPage, visitor: Page
) -> None:
    """It has other documents, whose hashes it knows, and kinds of blocks that are new."""

    def newer(route: Route) -> None:
        answer = route.fetch()
        content = answer.json()
        content["data"]["report"]["body"].append({"__typename": "HologramBlock", "id": "new"})
        route.fulfill(response=answer, json=content)

    def edited(route: Route) -> None:
        route.fulfill(response=(answer := route.fetch()), body=f"# Mine.\n{answer.text()}")

    visitor.route(
        GRAPH, lambda route: newer(route) if route.request.method == "POST" else route.continue_()
    )
    visitor.route("**/report.graphql", edited)
    with visitor.expect_console_message(lambda m: "HologramBlock" in m.text) as warned:
        visitor.goto("?annee=2024")
    assert warned.value.type == "warning"
    titled(visitor, "Bilan 2024")
    expect(visitor.get_by_role("table")).to_be_visible()


def test_the_editors_panel_shows_what_is_typed(target: str, editor: Page) -> None:
    editor.locator('[data-side-panel-toggle="preview"]').click()
    editor.locator("#id_preview_mode").select_option("Site public")
    frame = editor.frame_locator("#w-preview-iframe")
    heading = frame.get_by_role("heading", level=1)
    expect(heading).to_have_text("Bilan 2024", timeout=PANEL)

    for title in ("Bilan retouché", "Bilan retouché deux fois"):
        editor.locator("#id_title").fill(title)
        expect(heading).to_have_text(title, timeout=PANEL)
        expect(frame.get_by_role("region", name="Aperçu")).to_be_visible()

    frame.locator("html").evaluate("() => scrollTo(0, 120)")
    editor.locator("#id_title").fill("Bilan retouché de plus bas")
    expect(heading).to_have_text("Bilan retouché de plus bas", timeout=PANEL)
    assert frame.locator("html").evaluate("() => scrollY") == 120
    editor.wait_for_timeout(SNAPSHOT)  # what is still being saved is not this test's business
