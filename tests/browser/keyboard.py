"""An editor's hands, which count what they do."""

from collections import Counter
from pathlib import Path

from playwright.sync_api import Error, Locator, Page, expect

from . import system_clipboard

FURTHEST = 100  # times that Tab is pressed to reach one place


class Hands:
    """A person at the admin: everything done to `page` goes through here and is counted.

    One interaction is one click, one key or chord pressed, or one entry of words into one field,
    typed or pasted. Reading, waiting and looking are free.
    """

    def __init__(self, page: Page, counts: Counter[str] | None = None) -> None:
        self.page = page
        self.counts = Counter() if counts is None else counts

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def click(self, target: Locator) -> None:
        self.counts["clics"] += 1
        target.click()

    def press(self, keys: str) -> None:
        self.counts["touches"] += 1
        self.page.keyboard.press(keys)

    def type(self, words: str) -> None:
        """Into whatever has the focus."""
        self.counts["saisies"] += 1
        self.page.keyboard.type(words)

    def fill(self, target: Locator, words: str) -> None:
        """A click into a field, and what is typed there."""
        self.click(target)
        self.press("Control+a")
        self.type(words)

    def paste(self, html: str, text: str) -> None:
        """A block of cells that waits on the clipboard, into whatever has the focus."""
        self.counts["collages"] += 1
        system_clipboard.paste(self.page, text, html)

    def tab_to(self, target: Locator, back: bool = False) -> None:
        """Tab, again and again, until the focus is there."""
        for _ in range(FURTHEST):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{FURTHEST} tabulations ne mènent pas à {target}")

    def skip(self) -> None:
        """The link that each page begins with leads past its menu."""
        self.tab_to(self.page.get_by_role("link", name="Aller au contenu principal"))
        self.press("Enter")
        expect(self.page.locator("main")).to_be_focused()

    def shoot(self, folder: Path, name: str) -> None:
        """A picture of what is seen, once it is; a browser without a GPU now and then has none."""
        for _ in range(3):
            self.page.wait_for_timeout(400)
            try:
                self.page.screenshot(path=folder / f"{name}.png", animations="disabled")
            except Error:
                continue
            return
        raise AssertionError(f"aucune image de {name}")
