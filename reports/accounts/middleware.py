"""Middleware that ends idle sessions and requires a second factor."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from reports.accounts.idleness import end_idle_session
from reports.accounts.second_factor import lacks_second_factor

OPEN = (
    *("second_factor", "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite"),
    "wagtailadmin_javascript_catalog",
)


class IdleMiddleware:
    """Ends sessions in the admin that were not used for some minutes.

    Public pages do not read sessions, because their answers would then depend on a cookie. Views of
    private files check sessions themselves (`admit_session`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(self.admin):
            end_idle_session(request)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Redirects users who signed in with a password alone to the setup of a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")
        self.open = tuple(map(reverse, OPEN))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_missing(request):
            return redirect("second_factor")
        return self.get_response(request)

    def is_missing(self, request: HttpRequest) -> bool:
        """Return whether the account has to set up a second factor before this request."""
        path = request.path_info
        if not path.startswith(self.admin) or path in self.open:
            return False
        return lacks_second_factor(request)


def admit_session(request: HttpRequest) -> bool:
    """End a session that was idle, and return whether no second factor is missing."""
    end_idle_session(request)
    return not lacks_second_factor(request)
