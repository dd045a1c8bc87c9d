"""The button « Note » of rich text: a note is written, read on hover, changed and taken away."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from reports.core.document import read
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.browser


@pytest.fixture
def prose(report: AnnualReportPage) -> AnnualReportPage:
    """A report whose body is one paragraph."""
    report.body = json.dumps(stored(build.prose("Douze services.")))
    report.save()
    report.save_revision()
    return report


@pytest.mark.firefox
def test_a_note_is_written_changed_and_taken_away(
    prose: AnnualReportPage, editor: Page, saved: Callable[[], list[Any]]
) -> None:
    editor.reload()
    text = editor.locator("[data-contentpath=text] .public-DraftEditor-content").first
    text.scroll_into_view_if_needed()
    dialog = editor.get_by_role("dialog", name="Note")

    text.click()
    editor.keyboard.press("Control+A")
    editor.locator("button[name=NOTE]").first.click()
    expect(dialog).to_be_visible()
    editor.keyboard.type("Selon l’office.")
    dialog.get_by_role("button", name="Enregistrer la note").click()
    mark = text.locator(".bilan-note-mark")
    expect(mark).to_have_attribute("title", "Selon l’office.")
    assert list_notes(saved()) == ["Selon l’office."]

    mark.click()
    words = dialog.get_by_role("textbox", name="Texte de la note")
    expect(words).to_have_text("Selon l’office.")
    words.press("Control+A")
    dialog.get_by_label("Adresse").fill("https://a.test/")
    dialog.get_by_role("button", name="Lier les mots choisis").click()
    dialog.get_by_role("button", name="Enregistrer la note").click()
    html = saved()[0]["value"]["text"]
    assert '<a href="https://a.test/">Selon l’office.</a></bilan-note>' in html

    mark.click()
    dialog.get_by_role("button", name="Annuler").click()
    expect(text).to_be_focused()

    mark.click()
    dialog.get_by_role("button", name="Supprimer la note").click()
    expect(mark).to_have_count(0)
    expect(text).to_be_focused()
    editor.keyboard.type("!")  # where the note was
    assert list_notes(body := saved()) == []
    assert body[0]["value"]["text"].endswith("Douze services.!</p>")


def test_what_is_typed_last_is_saved(
    prose: AnnualReportPage, editor: Page, saved: Callable[[], list[Any]]
) -> None:
    """Draftail writes into its form field a quarter of a second after the last key."""
    editor.reload()
    text = editor.locator("[data-contentpath=text] .public-DraftEditor-content").first
    text.scroll_into_view_if_needed()
    text.press("Control+End")
    editor.keyboard.insert_text(" Et un de plus.")
    assert saved()[0]["value"]["text"].endswith("Douze services. Et un de plus.</p>")


def list_notes(body: list[Any]) -> list[str]:
    return [note.content.plain for note in read(body).notes]
