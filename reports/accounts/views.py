"""The pages for invitations, refused sign-ins and signing out."""

import logging
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.views.account import LogoutView

from reports.accounts import accepted_invitation
from reports.accounts.identities import find_invitation
from reports.accounts.models.identity import digest
from reports.accounts.refusals import Reason, SignInRefused
from reports.content.audit.log import Action, record

logger = logging.getLogger(__name__)
RETRY_AFTER = "5"  # seconds
# For so long the session of somebody who has not signed in is kept.
UNFINISHED_SESSION_SECONDS = 15 * 60
ID_TOKEN = "oidc_id_token"  # where the library keeps the identity token


def check_provider() -> None:
    """Raise Http404 if no provider is configured."""
    if not settings.OIDC_ISSUER:
        raise Http404


def show_refusal(request: HttpRequest, refusal: SignInRefused) -> HttpResponse:
    """Show the reason for a refusal, and record it in the audit log."""
    reason = refusal.reason
    page, context = "reports/sign_in/refused.html", {"reason": reason}
    if reason is Reason.BUSY:  # nothing was refused yet: the same address works in a moment
        response = render(request, page, context, status=503)
        response["Retry-After"] = RETRY_AFTER
        response._has_been_logged = True  # type: ignore[attr-defined]  # Django would add a line
        return response
    logger.warning("A sign-in was refused: %s. %s", reason.name, refusal.detail)
    record(Action.SIGN_IN_FAILED, request=request, reason=reason.name)
    return render(request, page, context, status=403)


def shorten_session(request: HttpRequest) -> None:
    """Let the session of a user who has not signed in end soon, since strangers may begin many."""
    if not request.user.is_authenticated:
        request.session.set_expiry(UNFINISHED_SESSION_SECONDS)


@never_cache
@sensitive_post_parameters("secret")
def take_invitation_view(request: HttpRequest) -> HttpResponse:
    """Show the invitation, and then the account to which it leads.

    A script reads the secret after `#`, so that it reaches no log.
    """
    check_provider()
    if request.method != "POST":
        return render(request, "reports/sign_in/invitation.html", {"name": settings.OIDC_NAME})
    now, invitation = timezone.now(), digest(request.POST.get("secret", ""))
    try:
        account = find_invitation(invitation, now).user
    except SignInRefused as refusal:
        return show_refusal(request, refusal)
    accepted_invitation.keep(request.session, invitation, now)
    shorten_session(request)
    context = {"name": settings.OIDC_NAME, "account": account}
    return render(request, "reports/sign_in/invited.html", context)


class SignOutView(LogoutView):
    """Signs out here, and at the provider if the user signed in through it."""

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
