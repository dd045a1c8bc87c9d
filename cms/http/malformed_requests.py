"""Answers 400 to malformed requests to the admin, for which a view of Wagtail would fail.

Wagtail 7.4.4 reads some fields and parameters without checking that they are there, or that they
are numbers or addresses. An empty form, an `id` of letters or an invalid `next` ends in an error
500, with a log line and an incident about which nobody can do anything.

Delete this module when `tests/cms/http/test_malformed_requests.py` passes without it.
"""

import logging
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError

logger = logging.getLogger(__name__)

NO_NUMBER = re.compile(r"Field '\w+' expected a number but got '")
# Views that fail in a way of their own where a field, a file or a page above is absent.
FRAGILE = (
    (re.compile(r"wagtailadmin_choose_page_external_link"), AttributeError),
    (re.compile(r"wagtailadmin_pages:(set_page_position|lock|unlock)"), AttributeError),
    (re.compile(r"wagtailsnippetchoosers_\w+:create"), AttributeError),
    (re.compile(r"wagtailredirects:process_import"), KeyError),
)


class MalformedRequestMiddleware:
    """Answers 400 to requests that the admin cannot read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, cause: Exception) -> HttpResponse | None:
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        if not is_malformed(request, cause):
            return None
        logger.info("A request could not be read: %s.", type(cause).__name__)
        response = render(request, "400.html", status=400)
        response["Cache-Control"] = "no-store"
        return response


def is_malformed(request: HttpRequest, cause: Exception) -> bool:
    """Return whether a view failed because its request lacks a value or has an invalid one."""
    if isinstance(cause, MultiValueDictKeyError):
        return True
    if isinstance(cause, NoReverseMatch):  # `redirect` takes what is no path for the name of a view
        following = request.POST.get("next") or request.GET.get("next") or "/"
        return not following.startswith("/")
    if isinstance(cause, ValueError) and NO_NUMBER.match(str(cause)):
        return True
    match = request.resolver_match
    name = match.view_name if match else ""
    return any(view.fullmatch(name) and isinstance(cause, kind) for view, kind in FRAGILE)
