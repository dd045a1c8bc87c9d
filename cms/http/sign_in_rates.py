"""Middleware with rate limits for signing in: passwords, password resets and provider redirects."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from cms.http.rates import refuse_request
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit

FORMS = ("wagtailadmin_login", "wagtailadmin_password_reset")
# What begins or ends a sign-in by a provider: a session, or a line of the audit log.
STEPS = ("sign_in_begin", "sign_in_callback")
INVITATION = "take_invitation"
EMBEDDED = "Cette adresse s’ouvre dans une page à elle."


class SignInRatesMiddleware:
    """Limits how often a client may send a password, ask for a new one, or begin to sign in.

    It counts after the CSRF check has passed. Otherwise any page that a reader opens could use up
    the rate of the reader's network.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        posted = request.method == "POST"
        if name in STEPS and is_embedded(request):
            return HttpResponseForbidden(EMBEDDED, content_type="text/plain; charset=utf-8")
        try:
            if posted and name in FORMS:
                rate_limit.spend_rate(request.META, "guess", settings.LOGIN_RATE, 1)
            elif name in STEPS or (posted and name == INVITATION):
                rate_limit.spend_rate(request.META, "sign_in", settings.SIGN_IN_RATE, 1)
        except Refusal as refusal:
            return refuse_request(request, refusal)
        return None


def is_embedded(request: HttpRequest) -> bool:
    """Return whether the request is for a part of another page: a picture, a frame, a script."""
    return request.headers.get("Sec-Fetch-Dest", "document") != "document"
