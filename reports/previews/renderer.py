"""Who shows a draft in this process: what builds pages is named by a setting, unknown here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.models import Page


def render(request: HttpRequest, page: Page) -> HttpResponse:
    """The draft `page` as readers will see it, by `PREVIEW_RENDERER`."""
    shown: HttpResponse = import_string(settings.PREVIEW_RENDERER)(request, page)
    return shown
