"""What shows drafts to editors: the sites where a page can be previewed."""

from typing import Protocol

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page


class PreviewTargets(Protocol):
    """Lists and opens the sites where a draft can be previewed."""

    def list_modes(self, page: Page, /) -> list[tuple[str, str]]: ...

    def serve(self, request: HttpRequest, page: Page, mode: str, /) -> HttpResponse: ...
