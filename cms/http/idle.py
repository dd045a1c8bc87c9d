"""Sessions in the admin that nobody has used for a while end."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reports.accounts.idleness import end_idle_session


class IdleMiddleware:
    """End sessions in the admin that were not used for some minutes.

    Public pages do not look at sessions: what they answer would depend on a cookie. Private files
    look at them by themselves (`cms/http/files.py`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(self.admin):
            end_idle_session(request)
        return self.get_response(request)
