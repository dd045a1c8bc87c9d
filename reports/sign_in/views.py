"""The pages between Bilan and the provider of identities."""

import logging
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView
from wagtail.admin.views.account import LogoutView

from reports.audit.log import Action, record
from reports.models.identity import digest
from reports.sign_in.accounts import INVITATION, find_invitation
from reports.sign_in.refusals import Reason, SignInRefused

logger = logging.getLogger(__name__)
ID_TOKEN = "oidc_id_token"  # where the library keeps the identity token


def check_provider() -> None:
    """Raise Http404 where there is no provider."""
    if not settings.OIDC_ISSUER:
        raise Http404


def show_refusal(request: HttpRequest, refusal: SignInRefused) -> HttpResponse:
    """Answer with the reason, and keep it for whoever reads the audit log."""
    reason = refusal.reason
    logger.warning("A sign-in was refused: %s. %s", reason.name, refusal.detail)
    record(Action.SIGN_IN_FAILED, request=request, reason=reason.name)
    return render(request, "reports/sign_in/refused.html", {"reason": reason}, status=403)


class BeginView(OIDCAuthenticationRequestView):
    """Sends a browser to the provider."""

    def __init__(self, **kwargs: Any) -> None:
        check_provider()
        super().__init__(**kwargs)

    def get_extra_params(self, request: HttpRequest) -> dict[str, str]:
        """Ask for one of the levels that are enough, so that the provider can ask for it."""
        levels = " ".join(settings.OIDC_ACR_VALUES)
        return {"acr_values": levels} if levels else {}


class CallbackView(OIDCAuthenticationCallbackView):
    """Signs in whoever comes back from the provider, or says why not."""

    @property
    def success_url(self) -> str:
        return self.request.session.get("oidc_login_next") or reverse("wagtailadmin_home")

    def get(self, request: HttpRequest) -> HttpResponse:
        check_provider()
        try:
            if "error" in request.GET:
                self.forget_state(request)
                raise SignInRefused(Reason.CANCELLED)
            response: HttpResponse = super().get(request)
        except SuspiciousOperation:  # the library knows no such state
            return show_refusal(request, SignInRefused(Reason.STATE))
        except SignInRefused as refusal:
            return show_refusal(request, refusal)
        finally:
            request.session.pop(INVITATION, None)
        return response

    def login_failure(self) -> HttpResponse:
        raise SignInRefused(Reason.STATE)

    def forget_state(self, request: HttpRequest) -> None:
        """Let nobody use the state of a request that has failed."""
        states = request.session.get("oidc_states", {})
        if states.pop(request.GET.get("state"), None):
            request.session.modified = True


@never_cache
@sensitive_post_parameters("secret")
def take_invitation_view(request: HttpRequest) -> HttpResponse:
    """Show that somebody is invited; a script reads the secret behind `#`, which reaches no log."""
    check_provider()
    if request.method != "POST":
        return render(request, "reports/sign_in/invitation.html", {"name": settings.OIDC_NAME})
    invitation = digest(request.POST.get("secret", ""))
    try:
        find_invitation(invitation, timezone.now())
    except SignInRefused as refusal:
        return show_refusal(request, refusal)
    request.session[INVITATION] = invitation
    return redirect("sign_in_begin")


class SignOutView(LogoutView):
    """Signs out here, and at the provider of whoever signed in through it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":  # Wagtail's takes the cookie of any: a link would sign out
            return self.http_method_not_allowed(request)
        self.id_token = request.session.get(ID_TOKEN) if settings.OIDC_ISSUER else None
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    @property
    def next_page(self) -> str:
        login = reverse("wagtailadmin_login")
        if not self.id_token:
            return login
        back = self.request.build_absolute_uri(login)
        given = {"id_token_hint": self.id_token, "post_logout_redirect_uri": back}
        return f"{settings.OIDC_OP_LOGOUT_ENDPOINT}?{urlencode(given)}"
