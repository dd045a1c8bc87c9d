"""Debian's Chromium and Debian's Firefox, driven by the same tests.

Playwright speaks to Firefox by WebDriver BiDi, as it is installed: it needs no build of its own.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

IS_FIREFOX = os.environ.get("BROWSER") == "firefox"
DRIVER_REPAIR = Path(__file__).parent / "firefox_driver.cjs"
# the one without windows costs a fifth less
CHROMIUMS = [Path("/usr/bin") / name for name in ("chromium-headless-shell", "chromium")]
FIREFOX = Path("/usr/bin/firefox-esr")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MOUSE = 2 | 4  # it points precisely, and hovers
PREFERENCES = {
    "ui.prefersReducedMotion": 1,
    "ui.primaryPointerCapabilities": MOUSE,  # without a window there is none
    "ui.allPointerCapabilities": MOUSE,
    "dom.events.testing.asyncClipboard": True,  # no menu asks whether a page may read
    "dom.user_activation.transient.timeout": 60_000,  # ms in which a page may copy
}
# what Firefox takes from its preferences, or does not know
ONLY_CHROMIUM = ("permissions", "reduced_motion")


@contextmanager
def launch_browser() -> Iterator[Browser]:
    """Start the browser that BROWSER names, Chromium if it names none."""
    path = FIREFOX if IS_FIREFOX else next((p for p in CHROMIUMS if p.exists()), CHROMIUMS[-1])
    if not path.exists():
        message = f"{path} is missing: apt-get install {path.name}"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    if IS_FIREFOX:
        os.environ["NODE_OPTIONS"] = f"--require={DRIVER_REPAIR}"
    with sync_playwright() as playwright:
        if IS_FIREFOX:
            browser = playwright.firefox.launch(
                channel="moz-firefox", executable_path=path, firefox_user_prefs=PREFERENCES
            )
        else:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def fit_options(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a context that the browser can take."""
    if not IS_FIREFOX:
        return options
    return {name: value for name, value in options.items() if name not in ONLY_CHROMIUM}
