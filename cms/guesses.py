from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.rates import refuse_request
from reports_graphql.errors import Refusal
from reports_graphql.http import rate_limit

FORMS = ("wagtailadmin_login", "wagtailadmin_password_reset")


class GuessesMiddleware:
    """One client may send a name and a password, or ask for a new one, a few times a minute."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.path in map(reverse, FORMS):
            try:
                rate_limit.spend_rate(request.META, "guess", settings.LOGIN_RATE, 1)
            except Refusal as refusal:
                return refuse_request(request, refusal)
        return self.get_response(request)
