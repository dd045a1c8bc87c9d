"""Local accounts set up a second factor before they do anything else, where that is required."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from reports.accounts.second_factor import lacks_second_factor

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
        """Return whether the request has to wait until its account has a second factor."""
        path = request.path_info
        if not path.startswith(self.admin) or path in self.open:
            return False
        return lacks_second_factor(request)
