"""An address that lets one browser try a password while strangers have an account locked.

It opens nothing: it gives its browser as many attempts as everybody else has together, once.
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
    """Return the path of a new pass for the account with a name."""
    value = [secrets.token_urlsafe(12), Counter(name).digest]
    token = signing.dumps(value, salt=SALT)
    return reverse("sign_in_pass", args=[token])


def read_pass(token: str) -> list[str] | None:
    """Return what a pass holds, its number and the digest of its name; None once it is over."""
    try:
        value: list[str] = signing.loads(token, salt=SALT, max_age=get_wait())
    except signing.BadSignature:
        return None
    return value


def find_counter(request: HttpRequest | None, name: str) -> Counter:
    """Return what counts the attempts of a request at a name."""
    shared = Counter(name)
    held = read_pass(request.COOKIES.get(COOKIE, "")) if request else None
    return Counter(name, held[0]) if held and held[1] == shared.digest else shared


@require_safe
@never_cache
def take_pass_view(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a pass in the browser that opens its address, and lead to the form."""
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
