"""The Content-Security-Policy of our pages, which may only load our own files."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
INERT = "default-src 'none'"
NOBODY, SAME_SITE, ANYBODY = "'none'", "'self'", "*"


def build_policy(ancestors: str = NOBODY, changes: Mapping[str, str] | None = None) -> str:
    """Return a policy with these `frame-ancestors`, and with some directives replaced.

    The admin frames a preview, and reads it with its own accessibility checker.
    """
    parts = {**POLICY, "frame-ancestors": ancestors, **(changes or {})}
    if origin := find_picture_origin():
        parts["img-src"] += f" {origin}"
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def find_picture_origin() -> str:
    """Return the origin to which pictures are redirected; empty if this server sends them
    itself.
    """
    endpoint = urlsplit(settings.S3_ENDPOINT_URL)
    if settings.FILES_DELIVERY != "signed" or not endpoint.netloc:
        return ""
    return f"{endpoint.scheme}://{endpoint.netloc}"


def security_headers(policy: str | None = None) -> dict[str, str]:
    """Return the security headers of a page of this site."""
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy or build_policy(),
        "Referrer-Policy": "no-referrer",
    }


def protect(response: HttpResponse, policy: str | None = None) -> None:
    """Set the security headers of a response, except its type.

    A file may neither run scripts nor load anything, and is never taken for a page. PDFs get no
    sandbox, because browsers show none in it.
    """
    is_page = response["Content-Type"].startswith("text/html")
    response["Content-Security-Policy"] = (policy or build_policy()) if is_page else INERT
    response["Referrer-Policy"] = "no-referrer"
    response["X-Content-Type-Options"] = "nosniff"


def allow_frames(response: HttpResponse) -> HttpResponse:
    """Let pages of any site show this one in a frame."""
    response["Content-Security-Policy"] = build_policy(ANYBODY)
    response.xframe_options_exempt = True
    return response
