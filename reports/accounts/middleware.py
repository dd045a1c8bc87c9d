"""What is asked of a session beside permissions: that it was used lately, and a second factor."""

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
    """End sessions in the admin that were not used for some minutes.

    Public pages do not look at sessions: what they answer would depend on a cookie. Private files
    look at them by themselves (`admit_session`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(self.admin):
            end_idle_session(request)
        return self.get_response(request)


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
        """Return whether the request has to wait until its account has a second factor."""
        path = request.path_info
        if not path.startswith(self.admin) or path in self.open:
            return False
        return lacks_second_factor(request)


def admit_session(request: HttpRequest) -> bool:
    """End a session that was idle, and return whether no second factor is missing."""
    end_idle_session(request)
    return not lacks_second_factor(request)
