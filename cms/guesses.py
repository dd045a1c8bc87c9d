from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from reports_graphql.errors import Refusal
from reports_graphql.http import rate

FORMS = ("wagtailadmin_login", "wagtailadmin_password_reset")


class GuessesMiddleware:
    """One client may send a name and a password, or ask for a new one, a few times a minute."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.path in map(reverse, FORMS):
            try:
                rate.spend(request, "guess", settings.LOGIN_RATE, 1)
            except Refusal as refusal:
                response = render(request, "429.html", status=refusal.status)
                response["Retry-After"] = refusal.headers["Retry-After"]
                return response
        return self.get_response(request)
