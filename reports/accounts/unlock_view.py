"""The admin view that unlocks an account."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from reports.accounts.browser_pass import build_path
from reports.accounts.invitation_view import may_invite
from reports.accounts.lockout import Counter, unlock
from reports.content.models import User


@never_cache
def unlock_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show when the lock of an account ends, unlock it, and show the address of a browser pass."""
    account = get_object_or_404(User, pk=pk)
    if not may_invite(request.user, account):
        raise PermissionDenied
    context: dict[str, Any] = {"account": account, "minutes": settings.SIGN_IN_LOCK_MINUTES}
    if request.method == "POST":
        unlock(account, request.user, request)
        context["link"] = request.build_absolute_uri(build_path(account.username))
    context["end"] = Counter(account.username).find_end(timezone.now())
    return render(request, "reports/sign_in/unlock.html", context)
