"""Comments that are written while a save is on its way: none is lost, none is there twice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from wagtail.models import Comment, CommentReply

from reports.content.models import AnnualReportPage, User

from .conftest import (
    begin_reply,
    click_send,
    eventually,
    repeat,
    send_comment,
    unfold,
    wait_until_watched,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = ".w-autosave-indicator__state--saved"
BOX = "Entrez votre commentaire"
# whether the page knows which words each comment is about that has no number in the database yet
KNOWS_WORDS = """() => [...comments.commentApp.store.getState().comments.comments.values()]
    .filter(({ remoteId }) => !remoteId).every(({ position }) => position.length > 2)"""

SignIn = Callable[[str], Page]


@pytest.fixture
def editor(demo: AnnualReportPage, sign_in: SignIn) -> Page:
    page = sign_in("redaction")
    Comment.objects.create(
        page=demo, user=User.objects.get(username="validation"), text="Ici", contentpath="title"
    )
    page.goto(f"/admin/pages/{demo.pk}/edit/")
    wait_until_watched(page)
    return page


class Held:
    """The first save of a page, which arrives when `let_go` is called."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.save: Route | None = None
        page.route("**/edit/", self.hold)
        page.locator("[name=hero_title]").fill("Un autre titre")
        eventually(page, lambda: self.save is not None)

    def hold(self, route: Route) -> None:
        if route.request.method == "POST" and not self.save:
            self.save = route
        else:
            route.continue_()

    def let_go(self) -> None:
        assert self.save
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.save.continue_()
        expect(self.page.locator(SAVED)).to_be_visible()


def add_comment(field: Locator) -> None:
    field.hover()
    field.get_by_role("button", name="Ajouter un commentaire").click()


def caption(page: Page, report: AnnualReportPage) -> Locator:
    return unfold(page, report, "indicator_table").locator("[data-contentpath=caption]").first


def put_cursor(box: Locator, position: int) -> None:
    box.evaluate("(box, at) => { box.focus(); box.setSelectionRange(at, at); }", position)


def expect_focus_to_stay(box: Locator) -> None:
    box.page.wait_for_timeout(1_000)
    expect(box).to_be_focused(timeout=1_000)


def texts() -> list[str]:
    return sorted(Comment.objects.exclude(text="Ici").values_list("text", flat=True))


def test_a_comment_that_is_being_written_is_kept(editor: Page, demo: AnnualReportPage) -> None:
    field = caption(editor, demo)
    save = Held(editor)
    add_comment(field)
    box = editor.get_by_placeholder(BOX)
    box.fill("Quelle ?")
    # a new box takes the focus a moment after it has come: keys would go elsewhere until then
    repeat(lambda: put_cursor(box, len("Quelle")), lambda: expect_focus_to_stay(box))
    save.let_go()
    expect(box).to_be_focused()
    editor.keyboard.type(" légende")
    expect(box).to_have_value("Quelle légende ?")
    click_send(editor)
    eventually(editor, lambda: texts() == ["Quelle légende ?"])


def test_keys_lead_from_a_text_into_the_box(editor: Page, demo: AnnualReportPage) -> None:
    """With the panel closed, then with it open: what is typed next is the comment."""
    text = unfold(editor, demo, "paragraph").locator(".public-DraftEditor-content").first
    before = text.inner_text()
    box = editor.get_by_placeholder(BOX)
    for _ in range(2):
        text.click()
        editor.keyboard.press("Control+Alt+m")
        expect_focus_to_stay(box)
        editor.keyboard.type("Quelle source ?")
        expect(box).to_have_value("Quelle source ?")
        click_send(editor.locator("#comments"), "Annuler")
        expect(box).to_have_count(0)
    assert text.inner_text() == before


def test_a_comment_sent_while_a_save_is_on_its_way_is_saved_once(
    editor: Page, demo: AnnualReportPage
) -> None:
    field = caption(editor, demo)
    save = Held(editor)
    add_comment(field)
    send_comment(editor, "Quelle légende ?")
    save.let_go()
    eventually(editor, lambda: texts() == ["Quelle légende ?"])
    editor.locator("[name=hero_title]").fill("Un dernier titre")
    eventually(editor, lambda: "Un dernier titre" in latest(demo).hero_title)
    assert texts() == ["Quelle légende ?"]


def test_two_comments_one_after_the_other(editor: Page, demo: AnnualReportPage) -> None:
    """The first is in the save; the second is begun before its answer comes."""
    field, other = caption(editor, demo), editor.locator("[data-contentpath=hero_title]")
    add_comment(field)
    send_comment(editor, "La première")
    save = Held(editor)
    add_comment(other)
    editor.get_by_placeholder(BOX).fill("La seconde")
    save.let_go()
    expect(editor.get_by_placeholder(BOX)).to_have_value("La seconde")
    click_send(editor)
    eventually(editor, lambda: texts() == ["La première", "La seconde"])


def test_a_comment_on_rich_text_is_kept(editor: Page, demo: AnnualReportPage) -> None:
    words = unfold(editor, demo, "paragraph").locator(".public-DraftEditor-content").first
    save = Held(editor)
    words.click()
    words.press("Control+a")
    words.press("Control+Alt+m")
    editor.get_by_placeholder(BOX).fill("Quelle phrase ?")
    # which words it is about is known a moment after they are marked
    eventually(editor, lambda: bool(editor.evaluate(KNOWS_WORDS)))
    save.let_go()
    expect(editor.get_by_placeholder(BOX)).to_have_value("Quelle phrase ?")
    click_send(editor)
    eventually(editor, lambda: texts() == ["Quelle phrase ?"])
    assert Comment.objects.get(text="Quelle phrase ?").position not in ("", "[]")


def test_a_reply_that_is_being_written_is_kept(editor: Page, demo: AnnualReportPage) -> None:
    editor.locator("[data-side-panel-toggle=comments]").click()
    thread = editor.locator("#comments .comment", has_text="Ici")
    thread.click()
    save = Held(editor)
    box = begin_reply(thread)
    box.fill("Oui")
    save.let_go()
    expect(box).to_have_value("Oui")
    click_send(thread, "Répondre")
    replies = CommentReply.objects.values_list("text", flat=True)
    eventually(editor, lambda: list(replies.all()) == ["Oui"])


def latest(report: AnnualReportPage) -> AnnualReportPage:
    page: AnnualReportPage = AnnualReportPage.objects.get(
        pk=report.pk
    ).get_latest_revision_as_object()
    return page
