"""Two services that are one, and two indicators: merged by mouse, read by the public, undone."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage, Indicator, ReportIndexPage, Service, User
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

from .conftest import EDITOR, start_session

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIRST, SECOND = "Mon-guichet", "Monguichet"
NAME = "Démarches suivies"
ANIMATIONS_ENDED = "Promise.allSettled(document.getAnimations().map(each => each.finished))"


@pytest.fixture
def twins(index: ReportIndexPage) -> dict[str, Service]:
    """Two services that are one: each is in the report of a year, as is one of two indicators."""
    twins = {
        "first": Service.objects.create(
            name=FIRST, slug="mon-guichet", mission="Suivre un dossier.", phase="construction"
        ),
        "second": Service.objects.create(
            name=SECOND,
            slug="monguichet",
            mission="Suivre son dossier de bout en bout.",
            phase="success",
            url="https://monguichet.example/",
        ),
    }
    for year, service, code, value in (
        (2023, twins["first"], "demarches", "1 200"),
        (2024, twins["second"], "demarches-suivies", "4 800"),
    ):
        Indicator.objects.create(name=NAME, code=code, unit="démarches")
        publish_report(index, year, service, code, value)
    return twins


def publish_report(
    index: ReportIndexPage, year: int, service: Service, code: str, value: str
) -> AnnualReportPage:
    """Publish a report with a card of a service and a row of an indicator."""
    body = stored(
        build.heading("Ce que nous suivons"),
        build.indicators(("Indicateurs", f"Résultats {year}"), [NAME, value], refs=(code,)),
        build.impact_cards(
            {**build.card(service.name, ("", value, "dossiers")), "service": service.pk}
        ),
    )
    page = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year, live=False)
    page.body = json.dumps(body)
    index.add_child(instance=page)
    publish_answered(page.save_revision())
    return page


@pytest.fixture
def admin(
    contexts: Callable[..., BrowserContext], live_server: LiveServer, twins: dict[str, Service]
) -> Iterator[Page]:
    """A page of an approver, on which nothing may break."""
    context = contexts(**EDITOR)
    start_session(context, User.objects.create_superuser("validation"), live_server.url)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    assert not broken


def look(page: Page, shots: Path, name: str) -> None:
    """Take a picture of a page that has come to rest, on which axe finds nothing."""
    page.evaluate(ANIMATIONS_ENDED)
    page.screenshot(path=shots / f"fusion-{name}.png")
    found = Axe().run(page, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()


def find_path(page: Page, path: str) -> tuple[int, str]:
    """Go to a public address; return the status and the path at which that ends."""
    response = page.goto(path)
    assert response
    return response.status, re.sub(r"^https?://[^/]+", "", page.url)


def test_two_services_become_one_by_mouse_and_two_again_by_one_click(
    admin: Page, twins: dict[str, Service], live_server: LiveServer, shots: Path, contexts: Any
) -> None:
    public = contexts(locale="fr-FR", reduced_motion="reduce").new_page()
    before = {path: read_page(public, path) for path in PATHS}

    # The form of the one names the other, and leads to their merge.
    admin.goto("/admin/snippets/reports/service/")
    admin.get_by_role("link", name=FIRST, exact=True).click()
    asked = admin.locator("[data-bilan-lookalikes]")
    expect(asked).to_contain_text(f"Existe déjà sous « {SECOND} » (monguichet")
    look(admin, shots, "semblable")
    asked.get_by_role("link", name="Fusionner…").click()
    expect(admin.get_by_role("columnheader", name=f"Reste : {SECOND}")).to_be_visible()
    expect(admin.get_by_role("row", name="Bilans qui la citent 1 1")).to_be_visible()
    look(admin, shots, "deux")
    admin.get_by_role("button", name="Fusionner", exact=True).click()
    expect(admin.locator(".messages .success")).to_contain_text(
        f"« {FIRST} » mène maintenant à « {SECOND} »."
    )
    expect(admin.locator("#id_name")).to_have_value(SECOND)
    expect(admin.locator(".bilan-uses")).to_contain_text("Bilan 2023 (publié)")
    expect(admin.locator(".bilan-uses")).to_contain_text("Bilan 2024 (publié)")
    look(admin, shots, "restee")

    # What the public reads.
    assert find_path(public, "/services/mon-guichet/") == (200, "/services/monguichet/")
    expect(public.locator("main")).to_contain_text("1 200")
    expect(public.locator("main")).to_contain_text("4 800")
    look(public, shots, "public")
    public.goto("/bilan/2023/")
    card = public.locator("main").get_by_role("link", name=FIRST, exact=True).first
    expect(card).to_have_attribute("href", "/services/monguichet/")
    look(public, shots, "bilan")
    public.goto("/recherche/?q=monguichet")
    assert [*public.locator("main a[href^='/services/']").evaluate_all(HREFS)] == [
        "/services/monguichet/"
    ]
    look(public, shots, "recherche")

    # One click undoes it, from the record that was merged.
    admin.locator(".bilan-uses").get_by_role("link", name=FIRST).click()
    expect(admin.locator("main")).to_contain_text("Elle ne se modifie plus")
    look(admin, shots, "fusionnee")
    admin.get_by_role("button", name="Défaire la fusion").click()
    expect(admin.locator(".messages .success")).to_contain_text("La fusion est défaite")
    assert {path: read_page(public, path) for path in PATHS} == before


HREFS = "all => all.map(one => one.getAttribute('href'))"
PATHS = (
    "/bilan/2023/",
    "/bilan/2024/",
    "/services/mon-guichet/",
    "/services/monguichet/",
    "/indicateurs/demarches/",
    "/indicateurs/demarches-suivies/",
    "/recherche/?q=guichet",
)


def read_page(page: Page, path: str) -> tuple[int, str, str]:
    """Return the status, the address and the words of a public page."""
    return (*find_path(page, path), page.locator("main").inner_text())


def test_two_indicators_of_a_list_become_one_series(
    admin: Page, live_server: LiveServer, shots: Path, contexts: Any
) -> None:
    public = contexts(locale="fr-FR", reduced_motion="reduce").new_page()
    before = {path: read_page(public, path) for path in PATHS}
    admin.goto("/admin/snippets/reports/indicator/")
    for box in admin.get_by_role("checkbox", name=re.compile("élection")).all()[-2:]:
        box.check()
    look(admin, shots, "liste")
    admin.get_by_role("link", name="Fusionner les deux fiches choisies").click()
    expect(admin.locator("main")).to_contain_text(
        f"ce qui cite « {NAME} » (demarches-suivies) mène à « {NAME} » (demarches)"
    )
    look(admin, shots, "deux-indicateurs")
    admin.get_by_role("button", name="Fusionner", exact=True).click()
    expect(admin.locator(".messages .success")).to_contain_text("mène maintenant à")

    merged = Indicator.objects.exclude(merged_into=None).get()
    survivor = merged.survivor
    arrived = find_path(public, f"/indicateurs/{merged.code}/")
    assert arrived == (200, f"/indicateurs/{survivor.code}/")
    expect(public.locator("main")).to_contain_text("1 200")
    expect(public.locator("main")).to_contain_text("4 800")
    look(public, shots, "serie")
    admin.goto(f"/admin/snippets/reports/indicator/edit/{merged.pk}/")
    admin.get_by_role("button", name="Défaire la fusion").click()
    expect(admin.locator(".messages .success")).to_contain_text("La fusion est défaite")
    assert {path: read_page(public, path) for path in PATHS} == before


def test_a_form_asks_while_a_twin_is_typed(admin: Page, shots: Path) -> None:
    admin.goto("/admin/snippets/reports/service/add/")
    asked = admin.locator("[data-bilan-lookalikes]")
    name = admin.locator("#id_name")
    name.press_sequentially("MON GUICHET")
    expect(asked.get_by_role("link", name=FIRST, exact=True)).to_be_visible()
    expect(asked.get_by_role("link", name=SECOND, exact=True)).to_be_visible()
    expect(asked.get_by_role("link", name="Fusionner…")).to_have_count(0)
    look(admin, shots, "saisie")
    name.fill("Autre chose")
    expect(asked.get_by_role("link")).to_have_count(0)
    admin.locator("#id_url").fill("http://www.monguichet.example")
    expect(asked.get_by_role("link", name=SECOND, exact=True)).to_be_visible()
