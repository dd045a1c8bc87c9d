"""The admin view that sets up or removes a second factor."""

import segno
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from wagtail.admin import messages

from reports.accounts import second_factor
from reports.accounts.second_factor import PROVEN
from reports.content.audit.log import Action, record
from reports.content.models import User


@never_cache
def second_factor_view(request: HttpRequest) -> HttpResponse:
    """Show the secret for an app and confirm it by a code, or remove the second factor by a
    code.
    """
    assert isinstance(request.user, User)  # the admin's addresses let nobody else in
    user, has_one = request.user, second_factor.has_second_factor(request.user)
    context: dict[str, object] = {
        "has_one": has_one,
        "is_required": settings.SECOND_FACTOR_REQUIRED,
    }
    if request.method == "POST":
        try:
            code = request.POST.get("code", "")
            if has_one:
                second_factor.check_code(user, code)
                second_factor.remove(user)
                request.session.pop(PROVEN, None)
                record(Action.SECOND_FACTOR_REMOVED, user, user, request)
                messages.success(request, "Double authentification désactivée.")
                return redirect("second_factor")
            context = {"has_one": True, "codes": second_factor.confirm(user, code)}
            request.session[PROVEN] = True
            record(Action.SECOND_FACTOR_ADDED, user, user, request)
        except ValidationError as error:
            context["error"] = error.messages[0]
    if not context["has_one"]:
        device = second_factor.begin(user)
        picture = segno.make(device.config_url, error="m").svg_data_uri(scale=5, border=2)
        secret = device.config_url.partition("secret=")[2].partition("&")[0]
        context |= {"picture": picture, "secret": secret}
    return render(request, "reports/sign_in/second_factor.html", context)
