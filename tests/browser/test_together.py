"""Several people at one report, a big one too, and a server that dies under somebody's hands."""

import json
import re
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, Route, expect
from wagtail.models import Comment, CommentReply

from reports.authoring.roles.set_up import set_up
from reports.content.models import AnnualReportPage, User
from reports.core.document import block_ids
from reports.demo import accounts

from .conftest import (
    PASSWORDS,
    SNAPSHOT,
    TIMEOUT_MILLISECONDS,
    begin_reply,
    click_send,
    eventually,
    open_actions,
    press_publish,
    repeat,
    send_comment,
    unfold,
    wait_until_watched,
)
from .server import Mortal, copy_database

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TIMES = 5
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SENT_BACK = "Le tableau n’a pas de légende."

SignIn = Callable[[str], Page]


@pytest.fixture
def people(report: AnnualReportPage) -> dict[str, User]:
    set_up()
    accounts.ensure_accounts()
    for user in User.objects.all():
        user.email = f"{user.username}@bilan.example"
        user.save()
    return {user.username: user for user in User.objects.all()}


@pytest.fixture
def long(demo: AnnualReportPage) -> AnnualReportPage:
    """A report five times as long as that of 2024, and not a draft of anything."""
    page = AnnualReportPage(title="Bilan 2025", year=2025, slug="2025")
    stored = [
        block
        for rank in range(TIMES)
        for block in block_ids.derive_new_ids(
            list(demo.body.raw_data), f"{demo.translation_key}-{rank}"
        )
    ]
    page.body = json.dumps(stored)
    demo.get_parent().add_child(instance=page)
    page.save_revision()
    return AnnualReportPage.objects.get(pk=page.pk)


def edit(page: Page, report: AnnualReportPage) -> None:
    page.set_viewport_size({"width": 1400, "height": 1000})
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)


def title(page: Page) -> Locator:
    return page.locator("[name=hero_title]")


def banner(page: Page) -> Locator:
    return page.locator(".bilan-saving")


def latest(report: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()


def revisions(database: Path) -> int:
    """How many there are of the long report."""
    counted = "select count(*) from wagtailcore_revision where object_str = 'Bilan 2025'"
    return int(sqlite3.connect(database).execute(counted).fetchone()[0])


def newest(database: Path) -> dict[str, Any]:
    last = "select content from wagtailcore_revision order by created_at desc limit 1"
    content: dict[str, Any] = json.loads(sqlite3.connect(database).execute(last).fetchone()[0])
    return content


def saved(page: Page) -> None:
    """Wait for a save: of the long report, on a busy machine, it may take a minute."""
    indicator = page.locator(".w-autosave-indicator__state--saved")
    expect(indicator).to_be_visible(timeout=4 * TIMEOUT_MILLISECONDS)


def test_a_comment_inside_a_block_is_answered_resolved_and_told(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(email=f"{user.username}@bilan.example")
    block = next(b["id"] for b in demo.body.raw_data if b["type"] == "indicator_table")
    # in the page a comment has another number than in the database
    Comment.objects.create(
        page=demo, user=User.objects.get(username="redaction"), text="", resolved_at=timezone.now()
    )

    editor = sign_in("redaction")
    edit(editor, demo)
    caption = unfold(editor, demo, "indicator_table").locator("[data-contentpath=caption]").first
    caption.hover()
    caption.get_by_role("button", name="Ajouter un commentaire").click()
    send_comment(editor, "Quelle légende ?")
    saved(editor)
    comment = Comment.objects.latest("pk")
    assert (comment.text, comment.contentpath) == ("Quelle légende ?", f"body.{block}.caption")

    colleague = sign_in("validation")
    expect(colleague.locator("#comments-section")).to_contain_text("Quelle légende ?")
    colleague.locator("#comments-section").get_by_role("link", name="Bilan 2024").click()
    colleague.wait_for_timeout(SNAPSHOT)
    thread = colleague.locator("li.comment").filter(has_text="Quelle légende ?")
    expect(thread).to_be_in_viewport()
    beside = colleague.locator(f"#block-{block}-section [data-contentpath=caption]").first
    expect(beside).to_be_in_viewport()
    begin_reply(thread).fill("« Indicateurs suivis ».")
    click_send(thread, "Répondre")
    eventually(colleague, CommentReply.objects.exists)
    saved(colleague)
    (sent,) = [message for message in mail.outbox if "redaction@bilan.example" in message.to]
    assert "« Indicateurs suivis »." in sent.body
    assert "Nouvelles réponses" in sent.body

    menu, archive = thread.locator("summary").first, thread.get_by_role("menuitem", name="Archiver")
    repeat(menu.click, lambda: expect(archive).to_be_visible(timeout=2_000))
    archive.click()
    expect(thread).to_have_count(0)
    archived = Comment.objects.filter(pk=comment.pk, resolved_by__username="validation")
    eventually(colleague, archived.exists)
    eventually(colleague, lambda: "Commentaires archivés" in mail.outbox[-1].body)


def test_who_saves_last_overwrites_nobody_unseen(demo: AnnualReportPage, sign_in: SignIn) -> None:
    before = demo.revisions.count()
    first, second = sign_in("redaction"), sign_in("validation")
    edit(first, demo)
    edit(second, demo)
    first.locator(".w-editing-sessions__session").first.hover()
    expect(first.get_by_role("tooltip")).to_contain_text("validation")

    # The first one's typing is saved by itself; the second one's is not, which is said.
    title(first).fill("De la rédaction")
    saved(first)
    title(second).fill("De la validation")
    expect(banner(second)).to_contain_text("Une autre version de cette page vient d’être")
    expect(second.locator(".w-editing-sessions__session--saved")).to_be_visible()
    assert latest(demo).hero_title == "De la rédaction"

    # Wagtail asks before it publishes over it; who goes on has published and replaced nothing.
    open_actions(second)
    second.get_by_role("button", name="Publier", exact=True).click()
    dialog = second.get_by_role("dialog").filter(has_text="redaction a enregistré une nouvelle")
    expect(dialog).to_be_visible()
    press_publish(dialog.get_by_role("button", name="Publier"))
    dialog.get_by_role("button", name="Publier").click()  # the other version is still there
    told = second.locator(".messages .error")
    expect(told).to_contain_text("redaction a enregistré une autre version")
    expect(told).to_contain_text("Rien de votre formulaire n’est enregistré, et rien n’est publié")
    expect(told.get_by_role("link", name="Voir l’autre version")).to_be_visible()
    expect(title(second)).to_have_value("De la validation")
    assert latest(demo).hero_title == "De la rédaction"
    assert demo.revisions.count() == before + 1

    # Who has been told saves over it.
    second.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(second.locator(".messages .success")).to_be_visible()
    versions = [r.as_object().hero_title for r in demo.revisions.order_by("-created_at")[:2]]
    assert versions == ["De la validation", "De la rédaction"]
    demo.refresh_from_db()
    assert demo.hero_title == "Bilan 2024"


def test_what_is_typed_while_the_server_is_dead_is_saved_when_it_is_back(
    long: AnnualReportPage, browser: Browser, tmp_path: Path
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the copy is a file")
    last_table = [b["id"] for b in long.body.raw_data if b["type"] == "indicator_table"][-1]
    server = Mortal(copy_database(Path(connection.settings_dict["NAME"]), tmp_path))
    server.start()
    context = browser.new_context(base_url=server.url, locale="fr-FR")
    try:
        page = context.new_page()
        page.goto("/admin/")
        page.locator("[name=username]").fill("redaction")
        page.locator("[name=password]").fill(PASSWORDS["redaction"])
        page.locator("button[type=submit]").click()
        page.wait_for_url("**/admin/")
        page.set_default_timeout(2 * TIMEOUT_MILLISECONDS)
        edit(page, long)
        page.wait_for_timeout(SNAPSHOT)
        assert revisions(server.database) == 1  # looking changes nothing
        # within its block: a name is looked for among ten thousand fields for minutes
        table = page.locator(f"#block-{last_table}-section")
        table.locator("> .w-panel__header .w-panel__toggle").click()
        cell = table.get_by_label(re.compile("^Résultats 2024, Nombre de nouveaux agents"))
        cell.fill("218")
        saved(page)
        cell.fill("219")
        server.kill()
        title(page).press_sequentially("Tapé sans serveur", delay=20)
        expect(banner(page)).to_contain_text("Le serveur ne répond pas.")

        # A form sent now would be lost: nobody can send it.
        page.locator("footer button[type=submit]").first.click()
        expect(banner(page)).to_contain_text("Pas encore")
        expect(banner(page)).to_be_focused()
        title(page).press("End")
        title(page).press_sequentially(", et encore", delay=20)

        server.start()
        expect(banner(page)).to_contain_text("tout ce que vous avez tapé est enregistré")
    finally:
        context.close()
        server.kill()

    content = newest(server.database)
    assert content["hero_title"] == "Tapé sans serveur, et encore"
    (table,) = [b for b in json.loads(content["body"]) if b["id"] == last_table]
    assert json.dumps(table).count('"219"') == 1


def test_what_is_typed_while_a_save_is_on_its_way_is_saved_after_it(
    editor: Page, report: AnnualReportPage
) -> None:
    name = editor.get_by_label("Résultats 2023, Nombre de produits", exact=True).first
    saves = []

    def slowly(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        saves.append(route)
        if len(saves) > 1:
            route.continue_()

    editor.route("**/edit/", slowly)
    name.fill("218")
    name.press("Tab")
    while not saves:
        editor.wait_for_timeout(100)
    editor.keyboard.type("219")  # into the next cell
    saves[0].continue_()
    editor.wait_for_timeout(1_000)
    expect(editor.get_by_text("Enregistré", exact=True)).to_be_visible()
    for _ in range(50):
        report.refresh_from_db()
        table = report.get_latest_revision().content["body"]
        if "218" in table and "219" in table:
            return
        editor.wait_for_timeout(200)
    raise AssertionError(len(saves))


def test_a_report_goes_out_at_its_hour(
    report: AnnualReportPage, people: dict[str, User], sign_in: SignIn
) -> None:
    report.save_revision().publish()
    hour = timezone.localtime() + timedelta(days=2)
    approver = sign_in("validation")
    edit(approver, report)
    title(approver).fill("Demain")
    saved(approver)
    approver.locator("[data-side-panel-toggle=status]").click()
    approver.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    dialog = approver.locator("#schedule-publishing-dialog")
    dialog.locator("[name=go_live_at]").fill(f"{hour:%d/%m/%Y %H:%M}")
    calendar = approver.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_be_visible()  # a moment after the focus; it may cover the button
    dialog.get_by_role("heading").first.click()
    expect(calendar).to_have_count(0)
    dialog.get_by_role("button", name="Enregistrer la programmation").click()
    expect(approver.locator(".messages .success").first).to_be_visible()
    open_actions(approver)
    approver.get_by_role("button", name="Programmer la publication").click()
    question = approver.locator(".modal-body")
    expect(question).to_contain_text(f"à {hour:%H:%M}")
    question.get_by_role("button", name="Programmer").click()
    # the report is public, and its title changes: why?
    approver.get_by_role("button", name="Publier", exact=True).click()
    expect(approver.locator(".messages .success").first).to_contain_text("à l’heure dite")
    approver.goto("/admin/")
    expect(approver.locator("#scheduled-section")).to_contain_text(f"à {hour:%H:%M}")

    call_command("publish_scheduled", verbosity=0)
    report.refresh_from_db()
    assert report.hero_title == ""
    with mock.patch("django.utils.timezone.now", return_value=hour + timedelta(minutes=1)):
        call_command("publish_scheduled", verbosity=0)
    report.refresh_from_db()
    assert report.hero_title == "Demain"


def test_what_was_sent_back_is_on_the_first_screen_of_who_wrote_it(
    report: AnnualReportPage,
    people: dict[str, User],
    sign_in: SignIn,
    record_property: Callable[[str, object], None],
) -> None:
    report.save_revision(user=people["redaction"])
    report.get_workflow().start(report, people["redaction"])

    approver = sign_in("validation")
    expect(approver.locator("#awaiting-section")).to_contain_text("soumis par redaction")
    approver.locator("#awaiting-section").get_by_role("link", name="Bilan 2024").click()
    open_actions(approver)
    approver.get_by_role("button", name="Demander des modifications").click()
    modal = approver.locator(".modal-body")
    modal.get_by_role("button", name="Demander des modifications").click()
    expect(modal).to_contain_text("Champ requis")
    modal.get_by_label("Ce qu’il faut modifier").fill(SENT_BACK)
    modal.get_by_role("button", name="Demander des modifications").click()
    expect(approver.locator(".messages .success").first).to_be_visible()
    (sent,) = [m for m in mail.outbox if m.to == ["redaction@bilan.example"]]
    assert SENT_BACK in sent.body

    writer = sign_in("redaction")
    expect(writer.locator("#sent-back-section")).to_contain_text(SENT_BACK)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    for page in (writer, approver, sign_in("administration")):
        page.goto("/admin/")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=options).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    record_property("counted: first screens that axe found nothing wrong with", 6)
