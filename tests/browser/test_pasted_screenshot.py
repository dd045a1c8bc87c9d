"""A screenshot is pasted into a text: in Chromium alone, where tests can put one on the clipboard.

Firefox without a window keeps words and HTML on its clipboard, and no picture.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage, Picture

from .system_clipboard import copy_screenshot
from .test_pasting import dialog, kinds, lines, open_two_texts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_screenshot_in_a_text_becomes_a_picture_after_it(
    report: AnnualReportPage, editor: Page, saved: Callable[[], list[Any]]
) -> None:
    text = open_two_texts(editor, report)
    copy_screenshot(editor)
    text.click()
    editor.keyboard.press("Control+V")
    assert lines(editor) == ["Image"]
    expect(dialog(editor).get_by_role("button", name="Coller comme texte ici")).to_be_hidden()
    dialog(editor).get_by_role("button", name="Insérer le bloc").click()
    expect(editor.locator("[data-bilan-insertion]")).to_contain_text("Bloc inséré.")
    body = saved()
    assert kinds(body) == ["paragraph", "picture", "paragraph"]
    assert body[1]["value"]["picture"] == Picture.objects.get().pk
    assert "clipboard" not in json.dumps(body)
    assert "Avant." in body[0]["value"]["text"]
