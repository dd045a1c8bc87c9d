"""The admin view of one's own sessions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.admin import messages

from reports.accounts.models import AccountSession
from reports.accounts.sessions import end_all_sessions, end_sessions
from reports.content.audit.log import Action, record
from reports.content.models import User


def sessions_view(request: HttpRequest) -> HttpResponse:
    """List the sessions of the user; end one of them, or all except the current one."""
    assert isinstance(request.user, User)  # the admin's addresses let nobody else in
    own = AccountSession.objects.filter(user=request.user)
    current = request.session.session_key
    if request.method == "POST":
        if "everywhere" in request.POST:
            count = end_all_sessions(request.user, but=current)
        else:
            key = request.POST.get("session", "")
            count = end_sessions(own.filter(pk=key if key.isdecimal() else 0))
        if count:
            record(Action.SESSIONS_ENDED, request.user, request=request, count=count)
            messages.success(
                request, "Session fermée." if count == 1 else f"{count} sessions fermées."
            )
        return redirect("account_sessions")
    context = {"sessions": own, "current": current, "has_others": own.exclude(session_key=current)}
    return render(request, "reports/sign_in/sessions.html", context)
