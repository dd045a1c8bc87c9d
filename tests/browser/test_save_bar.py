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
