"""Renders a draft in this process, with the function that the setting `PREVIEW_RENDERER` names."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.models import Page


def render(request: HttpRequest, page: Page) -> HttpResponse:
    """Return the draft `page` as readers will see it (`cms.frontend.preview.render`)."""
    shown: HttpResponse = import_string(settings.PREVIEW_RENDERER)(request, page)
    return shown
