"""The clipboard of the system: filled as another program would, and pasted by its keys.

`navigator.clipboard.write` would clean the HTML, and a paste event that a script sends has no data
in Firefox.
"""

from playwright.sync_api import Locator, Page

COPY = """([text, html]) => {
    window.addEventListener("copy", (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (html) event.clipboardData.setData("text/html", html);
        if (text) event.clipboardData.setData("text/plain", text);
    }, { once: true, capture: true });
    if (!document.execCommand("copy")) throw new Error("nothing was copied");
}"""


def copy(page: Page, text: str = "", html: str = "") -> None:
    """Put a text, HTML, or both on the clipboard."""
    page.evaluate(COPY, [text, html])


def paste(page: Page, text: str = "", html: str = "") -> None:
    """Paste a text, HTML, or both where the focus is."""
    copy(page, text, html)
    page.keyboard.press("Control+v")


def paste_into(field: Locator, text: str = "", html: str = "") -> None:
    field.focus()
    paste(field.page, text, html)


SCREENSHOT = """async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 40 });
    canvas.getContext("2d").fillRect(0, 0, 60, 40);
    const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}"""


def copy_screenshot(page: Page) -> None:
    """Put a picture on the clipboard, and no words."""
    page.evaluate(SCREENSHOT)
