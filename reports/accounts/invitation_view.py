"""The admin view that invites a person to bind their identity to an account."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from reports.accounts.models import Identity, Invitation
from reports.accounts.views import check_provider
from reports.content.audit.log import Action, record
from reports.content.models import User


def may_invite(by: Any, to: User) -> bool:
    """Return whether a user may invite to an account, which must not have more rights than
    theirs.
    """
    return by.has_perm("reports.change_user") and (by.is_superuser or not to.is_superuser)


@never_cache
def invite_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer to make an invitation, and show its link once: only a digest of it is stored."""
    check_provider()
    account = get_object_or_404(User, pk=pk)
    if not may_invite(request.user, account):
        raise PermissionDenied
    context: dict[str, Any] = {
        "account": account,
        "identity": Identity.objects.filter(user=account).first(),
        "days": settings.INVITATION_DAYS,
    }
    if request.method == "POST" and not context["identity"]:
        secret = Invitation.make(account, request.user, timezone.now())
        record(Action.INVITATION_MADE, request.user, account, request)
        page = request.build_absolute_uri(reverse("take_invitation"))
        context["link"] = f"{page}#{secret}"
    return render(request, "reports/sign_in/invite.html", context)
