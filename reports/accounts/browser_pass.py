"""A link that gives one browser its own attempts at a password while strangers lock the account.

It does not sign anybody in. It gives its browser, once, as many attempts as all others share.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reports.accounts.lockout import Counter, get_wait

COOKIE = "sign_in_pass"
SALT = "reports.sign_in.browser_pass"


def build_path(name: str) -> str:
    """Return the path of a new pass for the account with this name."""
    value = [secrets.token_urlsafe(12), Counter(name).digest]
    token = signing.dumps(value, salt=SALT)
    return reverse("sign_in_pass", args=[token])


def read_pass(token: str) -> list[str] | None:
    """Return the number of a pass and the digest of its name; None if it is invalid or expired."""
    try:
        value: list[str] = signing.loads(token, salt=SALT, max_age=get_wait())
    except signing.BadSignature:
        return None
    return value


def find_counter(request: HttpRequest | None, name: str) -> Counter:
    """Return the counter of a request's attempts under a name."""
    shared = Counter(name)
    held = read_pass(request.COOKIES.get(COOKIE, "")) if request else None
    return Counter(name, held[0]) if held and held[1] == shared.digest else shared


@require_safe
@never_cache
def take_pass_view(request: HttpRequest, token: str) -> HttpResponse:
    """Store a pass in the browser that opens its address, and redirect to the login form."""
    response = redirect("wagtailadmin_login")
    if read_pass(token):
        response.set_cookie(
            COOKIE,
            token,
            max_age=get_wait(),
            path=reverse("wagtailadmin_login"),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Strict",
        )
    return response
