"""The bar that saves stands over the foot of the form, and over no field that has the focus."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COVERED = """() => {
  const bar = document.querySelector(".footer, footer").getBoundingClientRect();
  const field = document.activeElement;
  if (field === document.body || field.closest(".footer, footer")) return null;
  const { top, bottom, height, left, right } = field.getBoundingClientRect();
  if (!height || left > bar.right || right < bar.left || height > bar.top) return null;
  const name = `${field.tagName} ${field.name ?? field.className}`;
  return bottom > bar.top && top < bar.bottom ? name : null;
}"""


def test_no_field_with_the_focus_is_under_it(editor: Page) -> None:
    editor.set_viewport_size({"width": 1100, "height": 700})
    editor.add_style_tag(content="* { scroll-behavior: auto !important }")
    editor.locator("#id_title").focus()
    covered = []
    for _ in range(150):
        editor.keyboard.press("Tab")
        covered.append(editor.evaluate(COVERED))
    assert [each for each in covered if each] == []


def test_no_field_of_a_new_block_is_under_it(editor: Page) -> None:
    for height in range(620, 860, 40):
        editor.set_viewport_size({"width": 1280, "height": height})
        editor.locator(".c-sf-add-button").first.click()
        editor.keyboard.type("chiffres")
        editor.get_by_role("option", name="Chiffres clés").click()
        editor.wait_for_timeout(600)  # it unfolds, and the menu goes
        assert editor.evaluate("document.activeElement.matches('input, textarea')")
        assert editor.evaluate(COVERED) is None


def test_a_save_that_goes_on_is_no_pause(editor: Page) -> None:
    editor.locator("#id_title").fill("Bilan de 2024")
    editor.keyboard.press("Control+s")
    assert editor.locator(".footer__save-warning").text_content() == ""
