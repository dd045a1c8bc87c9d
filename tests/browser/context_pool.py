"""Browser contexts that later tests use again, emptied: their static files are fetched once."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.contrib.staticfiles.views import serve
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from playwright.sync_api import Browser, BrowserContext

from .engines import IS_FIREFOX, fit_options

TIMEOUT_MILLISECONDS = 60_000  # ms; a machine that runs four browsers may be slow


def serve_for_an_hour(handler: Any, request: HttpRequest) -> HttpResponseBase:
    """Serve a static file that browsers keep. No file changes while tests run."""
    response = serve(request, handler.file_path(request.path), insecure=True)
    response["Cache-Control"] = "max-age=3600"
    return response


@dataclass
class ContextPool:
    """Contexts by the options that they were made with.

    Init scripts cannot be taken out of a context: add them to a page.
    """

    browser: Browser
    url: str
    idle: dict[str, list[BrowserContext]] = field(default_factory=dict)
    used: list[tuple[str, BrowserContext]] = field(default_factory=list)

    def take(self, **options: Any) -> BrowserContext:
        """Return a context without pages, cookies and storage."""
        options = fit_options(options)
        key = json.dumps(options, sort_keys=True)
        if waiting := self.idle.get(key):
            context = waiting.pop()
            if granted := options.get("permissions"):
                context.grant_permissions(granted)
        else:
            context = self.browser.new_context(base_url=self.url, **options)
            context.set_default_navigation_timeout(TIMEOUT_MILLISECONDS)
        self.used.append((key, context))
        return context

    def clear(self) -> None:
        """Empty the contexts that were taken, of everything but files that may be cached."""
        while self.used:
            key, context = self.used.pop()
            if IS_FIREFOX:  # Playwright cannot empty one of its contexts
                context.close()
                continue
            for page in context.pages:
                page.close()
            context.unroute_all()
            context.clear_cookies()
            context.clear_permissions()
            page = context.new_page()
            where = {"origin": self.url, "storageTypes": "all"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", where)
            page.close()
            self.idle.setdefault(key, []).append(context)

    def close(self) -> None:
        """Close all contexts."""
        for waiting in self.idle.values():
            for context in waiting:
                context.close()
