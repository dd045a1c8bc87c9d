"""Local accounts set up a second factor before they do anything else, where that is required."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from reports.sign_in.second_factor import has_second_factor
from reports.sign_in.second_factor_view import PROVEN
from reports.sign_in.sessions import is_local

OPEN = (
    *("second_factor", "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite"),
    "wagtailadmin_javascript_catalog",
)


class SecondFactorMiddleware:
    """Lead whoever signed in with a password, and has no second factor, to where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")
        self.open = tuple(map(reverse, OPEN))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_missing(request):
            return redirect("second_factor")
        return self.get_response(request)

    def is_missing(self, request: HttpRequest) -> bool:
        """Return whether the request has to wait. The session remembers that it need not."""
        path = request.path_info
        if not settings.SECOND_FACTOR_REQUIRED or not path.startswith(self.admin):
            return False
        if path in self.open or request.session.get(PROVEN):
            return False
        if not is_local(request.session):
            return False
        if not request.user.is_authenticated:
            return False
        request.session[PROVEN] = has_second_factor(request.user)
        return not request.session[PROVEN]
