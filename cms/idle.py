"""Sessions that nobody has used for a while end."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from reports.audit.log import Action, record
from reports.models import AccountSession
from reports.sign_in.sessions import SEEN

EVERY = 60  # seconds: how often a session that is used is written


class IdleMiddleware:
    """End sessions in the admin that were not used for some minutes.

    Public pages do not look at sessions: what they answer would depend on a cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(self.admin) and SESSION_KEY in request.session:
            self.watch(request)
        return self.get_response(request)

    def watch(self, request: HttpRequest) -> None:
        """End the session of a request if it was idle; else remember that it is used."""
        now = timezone.now()
        idle = now.timestamp() - request.session.get(SEEN, now.timestamp())
        if idle > settings.SESSION_IDLE_MINUTES * 60:
            record(Action.SESSION_EXPIRED, get_user(request), request=request)
            AccountSession.objects.filter(session_key=request.session.session_key).delete()
            request.session.flush()
        elif idle > EVERY or SEEN not in request.session:
            request.session[SEEN] = now.timestamp()
            AccountSession.objects.filter(session_key=request.session.session_key).update(
                seen_at=now
            )
