"""Who leaves the form right after a key is asked before anything is lost."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from reports.content.models import AnnualReportPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("is_typed", [True, False])
def test_back_right_after_a_key_asks(
    editor: Page, report: AnnualReportPage, is_typed: bool
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    editor.on("dialog", stay)
    title = editor.locator("[name=hero_title]")
    title.focus()
    if is_typed:
        editor.keyboard.type("Gardé")
    with editor.expect_event("dialog" if is_typed else "load"):
        editor.evaluate("location.assign('/admin/')")
    assert asked == ["beforeunload"] * is_typed
    if is_typed:
        expect(title).to_have_value("Gardé")
        expect(editor.locator(".w-autosave-indicator__state--saved")).to_be_visible()
        report.refresh_from_db()
        assert report.get_latest_revision_as_object().hero_title == "Gardé"


def test_back_right_after_a_key_in_rich_text_asks(editor: Page, report: AnnualReportPage) -> None:
    """Draftail has not written into its form field yet."""
    with editor.expect_event("dialog") as asked:
        editor.locator(".public-DraftEditor-content").first.press("Control+End")
        editor.keyboard.insert_text("!")
        editor.evaluate("setTimeout(() => location.assign('/admin/'))")
    asked.value.dismiss()
