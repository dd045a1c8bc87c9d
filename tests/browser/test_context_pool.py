"""What a test leaves in a browser, the next one does not find."""

from typing import Any

import pytest
from django.core.signals import request_started
from playwright.sync_api import Page

from .context_pool import ContextPool

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STATIC = (".css", ".js")
LEAVE = """async () => {
  document.cookie = "left=1; path=/";
  localStorage.setItem("left", "1");
  sessionStorage.setItem("left", "1");
  await caches.open("left");
  await new Promise((done) => (indexedDB.open("left").onsuccess = done));
}"""
LOOK = """async () => [
  document.cookie,
  localStorage.length,
  sessionStorage.length,
  (await caches.keys()).length,
  (await indexedDB.databases()).length,
  innerWidth,
  (await navigator.permissions.query({ name: "geolocation" })).state,
  (await navigator.permissions.query({ name: "clipboard-read" })).state,
]"""


def test_nothing_stays_but_cached_static_files(context_pool: ContextPool, tree: None) -> None:
    options = {"permissions": ["clipboard-read"], "viewport": {"width": 700, "height": 700}}
    served: list[str] = []

    def note(environ: dict[str, Any] | None = None, **_: Any) -> None:
        served.append((environ or {}).get("PATH_INFO", ""))

    def open_page() -> Page:
        served.clear()
        page = context_pool.take(**options).new_page()
        page.goto("/health/")  # no script of its own stores anything
        return page

    page = open_page()
    context = page.context
    untouched = page.evaluate(LOOK)
    context.route("**/health/", lambda route: route.abort())
    context.grant_permissions(["geolocation"])
    page.set_viewport_size({"width": 300, "height": 300})
    page.evaluate(LEAVE)
    assert page.evaluate(LOOK)[1:7] == [1, 1, 1, 1, 300, "granted"]
    request_started.connect(note)
    try:
        page.goto("/admin/login/")
        assert [path for path in served if path.endswith(STATIC)]
        context_pool.clear()

        page = open_page()
        assert page.context is context
        assert page.evaluate(LOOK) == untouched
        page.goto("/admin/login/")
    finally:
        request_started.disconnect(note)
    assert "/admin/login/" in served
    assert not [path for path in served if path.endswith(STATIC)]
