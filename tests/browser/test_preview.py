"""A draft beside its form, and by a link that ends: what readers see of it, and who."""

import os
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import BrowserContext, ConsoleMessage, FrameLocator, Locator, Page, expect

from reports.content.models import AnnualReportPage, User
from reports.publishing.models import PreviewLink
from reports.publishing.previews import links
from reports.publishing.previews.openings import record_opening

from .conftest import approve, open_actions, unfold, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS", "")
OLD, NEW = ("Bilan 2024", "217"), ("Un an de services publics numériques", "219")
ROW = "Nombre de nouveaux agents publics impliqués"
PANEL, CHECKS = "Afficher/masquer la prévisualisation", "Activer/désactiver les vérifications"
HIDDEN = "Brouillon que personne ne relit"
CLOSED = "Ce lien n’ouvre rien"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MAX_TABS = 120

SignIn = Callable[[str], Page]


@pytest.fixture
def stranger(contexts: Callable[..., BrowserContext]) -> Callable[[], Page]:
    """Readers whom the server has never seen."""
    return lambda: contexts(locale="fr-FR").new_page()


def shoot(page: Page, name: str, height: int = 0) -> None:
    """Wagtail scrolls an inner element: a whole page takes a window of its height."""
    if not SHOTS:
        return
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": size["width"], "height": height or size["height"]})
    page.screenshot(path=Path(SHOTS) / f"{name}.png")
    page.set_viewport_size(size)


def picture(editor: Page) -> None:
    """The form and the panel side by side, both at the table: for the eye, and for the README."""
    if not SHOTS:
        return
    editor.get_by_role("button", name="Afficher/masquer la barre latérale").click()
    editor.get_by_role("radio", name="Prévisualiser au format tablette").check(force=True)
    editor.get_by_label(re.compile(f"^Résultats 2024, {ROW}")).scroll_into_view_if_needed()
    heading = preview(editor).get_by_role("heading", level=2, name="Nos résultats en 2024")
    heading.evaluate("heading => heading.scrollIntoView()")
    shoot(editor, "preview")
    editor.get_by_role("button", name="Afficher/masquer la barre latérale").click()


def watched(page: Page) -> list[str]:
    """What goes wrong in a page from now on: its errors, and what a policy kept from it."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security" in message.text:
            wrong.append(message.text)

    page.on("console", hear)
    return wrong


def preview(editor: Page) -> FrameLocator:
    return editor.frame_locator("#w-preview-iframe")


def figure(where: Page | FrameLocator) -> Locator:
    """The result of 2024 in the table of indicators."""
    return where.locator("tr").filter(has_text=ROW).locator("td").last


def expect_shown(where: Page | FrameLocator, title: str, number: str) -> None:
    expect(where.get_by_role("heading", level=1)).to_have_text(title)
    expect(figure(where)).to_contain_text(number)  # once it is public, a mark follows


def edit(editor: Page, report: AnnualReportPage) -> None:
    editor.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(editor)


def make_link(editor: Page, report: AnnualReportPage, what: str, note: str) -> PreviewLink:
    """By the form that the page's own menu leads to. Its address is the one that the view shows."""
    edit(editor, report)
    editor.get_by_role("navigation", name="Actions", exact=True).get_by_role("button").click()
    editor.get_by_role("link", name="Liens de relecture").locator("visible=true").click()
    editor.get_by_label(re.compile(what)).check()
    editor.get_by_label("Objet").fill(note)
    editor.get_by_role("button", name="Créer le lien").click()
    editor.wait_for_url("**?nouveau=*")
    return PreviewLink.objects.get(note=note)


def address(editor: Page) -> str:
    """What the view of a page's links offers to copy."""
    made = editor.get_by_role("region", name="Nouveau lien").get_by_role("textbox")
    expect(made).to_have_value(re.compile(r"/relecture/.+/$"))
    return made.input_value()


def hidden_draft(beside: AnnualReportPage) -> AnnualReportPage:
    """Another draft, which no link shows."""
    page = AnnualReportPage(title=HIDDEN, slug="2025", year=2025, live=False)
    beside.get_parent().add_child(instance=page)
    page.save_revision()
    return page


def leads(page: Page) -> set[str]:
    """The paths on our server of all that a page loads, names and links to."""
    found = page.evaluate(
        "[...document.querySelectorAll('[href], [src], [action], meta[content*=\"/\"]')].map("
        "e => ['href', 'src', 'action', 'content'].map(a => e.getAttribute(a)).find(v => v))"
    )
    here = urlsplit(page.url).netloc
    split = [urlsplit(urljoin(page.url, address)) for address in found]
    return {parts.path for parts in split if parts.netloc == here}


def expect_nothing_else_leads_on(reader: Page, public: Page) -> None:
    """Not to the admin, not to another draft: where this page leads, the public one does too.

    It leads to itself on paper as well.
    """
    there = leads(reader)
    own = urlsplit(reader.url).path
    assert len(there) > 20
    assert there - leads(public) <= {own, f"{own}rapport.pdf"}
    assert not [path for path in there if "admin" in path]
    assert HIDDEN not in reader.content()
    assert reader.context.cookies() == []


def test_a_draft_is_previewed_reviewed_approved_and_its_links_end(
    demo: AnnualReportPage, sign_in: SignIn, stranger: Callable[[], Page]
) -> None:
    hidden_draft(demo)
    public = stranger()
    public.goto("/bilan/2024/")
    expect_shown(public, *OLD)

    # The panel shows what is typed, and nothing is saved by hand.
    editor = sign_in("redaction")
    wrong = watched(editor)
    editor.set_viewport_size({"width": 1440, "height": 900})
    editor.evaluate("localStorage.setItem('wagtail:side-panel-width', '620')")
    edit(editor, demo)
    editor.get_by_role("button", name=PANEL).click()
    expect_shown(preview(editor), *OLD)
    unfold(editor, demo, "indicator_table")
    editor.get_by_label("Titre affiché").fill(NEW[0])
    editor.get_by_label(re.compile(f"^Résultats 2024, {ROW}")).fill(NEW[1])
    expect_shown(preview(editor), *NEW)
    expect(preview(editor).get_by_role("region", name="Aperçu")).to_contain_text("pas public")
    picture(editor)
    public.reload()
    expect_shown(public, *OLD)

    # Wagtail's checker has read the page in the panel, and counts its words.
    editor.get_by_role("button", name=CHECKS).click()
    expect(editor.locator("[data-content-word-count]")).to_have_text(re.compile(r"^\d{4}$"))
    expect(editor.locator("[data-side-panel=checks] [data-content-checker-count]")).to_have_text(
        "0"
    )
    shoot(editor, "checks")
    editor.get_by_role("button", name=CHECKS).click()  # or it is open again on the next page

    editor.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(editor.locator(".messages .success").first).to_be_visible()
    first = make_link(editor, demo, "^La version du", "relecture du chapitre 3")
    shoot(editor, "links-of-page", 1150)

    # The reviewer has the draft, and nothing that leads elsewhere.
    reader = stranger()
    astray = watched(reader)
    opened = address(editor)
    reader.goto(opened)
    expect_shown(reader, *NEW)
    until = date_format(timezone.localtime(first.expires_at), "j F Y à H:i")
    assert first.revision
    version = date_format(timezone.localtime(first.revision.created_at), "j F Y à H:i")
    banner = reader.get_by_role("region", name="Aperçu")
    expect(banner).to_contain_text("Relecture d’un brouillon : Bilan 2024.")
    expect(banner).to_contain_text(f"Version du {version}. Ce lien est valable jusqu’au {until}.")
    expect_nothing_else_leads_on(reader, public)
    shoot(reader, "review")
    assert astray == []

    make_link(editor, demo, "^Toujours le dernier", "relecture finale")
    second = stranger()
    second.goto(address(editor))
    expect_shown(second, *NEW)
    expect(second.get_by_role("region", name="Aperçu")).to_contain_text("Dernier brouillon")

    # Submitted, approved, public.
    edit(editor, demo)
    open_actions(editor)
    editor.get_by_role("button", name=re.compile("^Soumettre")).click()
    expect(editor.get_by_text("est soumis à la relecture")).to_be_visible()
    public.reload()
    expect_shown(public, *OLD)
    approver = sign_in("validation")
    approver.goto(f"/admin/pages/{demo.pk}/edit/")
    approve(approver)
    public.reload()
    expect_shown(public, *NEW)

    # One link expires, the other is revoked by its author: who comes back is told one thing.
    reader.reload()
    expect_shown(reader, *NEW)
    PreviewLink.objects.filter(pk=first.pk).update(expires_at=timezone.now())
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text(CLOSED)

    editor.goto("/admin/relecture/?tous")
    shoot(editor, "links")
    editor.get_by_role("button", name=re.compile("^Révoquer.*relecture finale")).click()
    expect(editor.locator(".messages .success").first).to_contain_text("révoqué")
    answer = second.reload()
    assert answer
    assert answer.status == 404
    expect(second.get_by_role("heading", level=1)).to_have_text(CLOSED)
    assert second.content() == reader.content()
    assert wrong == []


def focused(page: Page, role: str, name: str | re.Pattern[str]) -> bool:
    found = page.get_by_role(role, name=name)  # type: ignore[arg-type]
    return found.and_(page.locator(":focus")).count() == 1


def reach(page: Page, role: str, name: str | re.Pattern[str], key: str = "Tab") -> None:
    """Goes from one thing to the next until the one that is called so has the focus."""
    for _ in range(MAX_TABS):
        if focused(page, role, name):
            return
        page.keyboard.press(key)
    pytest.fail(f"{MAX_TABS} times {key} did not lead to the {role} {name}")


def test_by_keyboard_alone(demo: AnnualReportPage, sign_in: SignIn) -> None:
    editor = sign_in("redaction")
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    edit(editor, demo)
    reach(editor, "button", PANEL)
    editor.keyboard.press("Enter")
    expect_shown(preview(editor), *OLD)

    reach(editor, "button", "Actions", "Shift+Tab")
    editor.keyboard.press("Enter")
    reach(editor, "link", "Liens de relecture")
    editor.keyboard.press("Enter")
    editor.wait_for_url(f"**/admin/relecture/{demo.pk}/")
    reach(editor, "radio", re.compile("^Toujours le dernier"))
    reach(editor, "spinbutton", "Durée, en jours")
    editor.keyboard.press("Control+a")
    editor.keyboard.type("3")
    reach(editor, "textbox", "Objet")
    editor.keyboard.type("Au clavier")
    editor.keyboard.press("Tab")
    reach(editor, "button", "Créer le lien")
    editor.keyboard.press("Enter")
    editor.wait_for_url("**?nouveau=*")
    link = PreviewLink.objects.get(note="Au clavier")
    assert link.expires_at - link.created_at == timedelta(days=3)

    reach(editor, "button", re.compile("^Copier l’adresse"))
    editor.keyboard.press("Enter")
    expect(editor.get_by_role("status").filter(has_text="Adresse copiée.")).to_have_count(1)
    copied = editor.evaluate("navigator.clipboard.readText()")
    assert urlsplit(copied).path == f"/relecture/{links.build_token(link)}/"

    reach(editor, "button", re.compile("^Révoquer.*Au clavier"))
    editor.keyboard.press("Enter")
    expect(editor.locator(".messages .success").first).to_contain_text("révoqué")
    link.refresh_from_db()
    assert link.revoked_at


def test_the_views_of_links_violate_no_rule_of_axe(
    demo: AnnualReportPage, sign_in: SignIn, record_property: Callable[[str, object], None]
) -> None:
    user = User.objects.get(username="redaction")
    active, over, ended = (
        links.make_review(user, demo, 7, note, revision)
        for note, revision in (("", None), ("Expirée", demo.latest_revision), ("Close", None))
    )
    PreviewLink.objects.filter(pk=over.pk).update(expires_at=timezone.now())
    links.revoke_link(ended, user)
    record_opening(active, timezone.now())
    record_opening(active, timezone.now())

    editor = sign_in("redaction")
    of_page = f"/admin/relecture/{demo.pk}/"
    wrong, runs = [], 0
    for width in (1440, 320):
        editor.set_viewport_size({"width": width, "height": 900})
        for path in (
            "/admin/relecture/",
            "/admin/relecture/?tous",
            of_page,
            f"{of_page}?tous",
            f"{of_page}?nouveau={active.pk}",
        ):
            editor.goto(path)
            expect(editor.locator(".listing tbody tr")).to_have_count(3 if "tous" in path else 1)
            options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
            found = Axe().run(editor, options=options).response["violations"]
            runs += 1
            for violation in found:
                targets = [node["html"][:200] for node in violation["nodes"][:3]]
                wrong.append(f"{path} {width}: {violation['id']} {targets}")
            shoot(editor, re.sub(r"\W+", "-", f"{path.removeprefix('/admin/')}-{width}"), 1400)
    assert wrong == []
    record_property("counted: views of links that axe found nothing wrong with", runs)
