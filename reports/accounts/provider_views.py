"""The views before and after the identity provider. They need the extra `oidc`."""

from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from reports.accounts import accepted_invitation
from reports.accounts.provider_requests import hold_exchange
from reports.accounts.refusals import Reason, SignInRefused
from reports.accounts.views import check_provider, shorten_session, show_refusal


class BeginView(OIDCAuthenticationRequestView):
    """Redirects a browser to the provider."""

    def __init__(self, **kwargs: Any) -> None:
        check_provider()
        super().__init__(**kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Redirect to the provider; an invitation accepted on the page before is remembered."""
        if "invitation" not in request.GET:
            accepted_invitation.forget(request.session)
        shorten_session(request)
        response: HttpResponse = super().get(request)
        return response

    def get_extra_params(self, request: HttpRequest) -> dict[str, str]:
        """Request one of the sufficient levels of authentication."""
        levels = " ".join(settings.OIDC_ACR_VALUES)
        return {"acr_values": levels} if levels else {}


class CallbackView(OIDCAuthenticationCallbackView):
    """Signs in the user who returns from the provider, or shows why that is refused."""

    @property
    def success_url(self) -> str:
        return self.request.session.get("oidc_login_next") or reverse("wagtailadmin_home")

    def get(self, request: HttpRequest) -> HttpResponse:
        check_provider()
        try:
            with hold_exchange():
                return self.finish(request)
        except SignInRefused as refusal:
            return show_refusal(request, refusal)

    def finish(self, request: HttpRequest) -> HttpResponse:
        """Ask the provider who returned, and forget an accepted invitation in any case."""
        try:
            if "error" in request.GET:
                self.forget_state(request)
                raise SignInRefused(Reason.CANCELLED)
            response: HttpResponse = super().get(request)
        except SuspiciousOperation as error:  # the library knows no such state
            raise SignInRefused(Reason.STATE) from error
        finally:
            accepted_invitation.forget(request.session)
        return response

    def login_failure(self) -> HttpResponse:
        raise SignInRefused(Reason.STATE)

    def forget_state(self, request: HttpRequest) -> None:
        """Remove the state of a failed request, so that nobody can use it."""
        states = request.session.get("oidc_states", {})
        if states.pop(request.GET.get("state"), None):
            request.session.modified = True
