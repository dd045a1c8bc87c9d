"""Sets the security headers of HTML pages, with a Content-Security-Policy where they have none.

`docs/operators.md` lists what the admin's policy has to allow for Wagtail.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.frontend.policy import NOBODY, SAME_SITE, build_policy

POLICY = "Content-Security-Policy"

# The parts in which a policy is not that of public pages.
ADMIN = {
    "style-src": "'self' 'unsafe-inline'",  # Wagtail's templates and its editor set styles
    "img-src": "'self' data: blob:",  # pictures that are about to be uploaded
    "font-src": "'self' data:",
}
EXPLORER = {
    "style-src": "'self' 'unsafe-inline'",  # CodeMirror
    "font-src": "'self' data:",
}
# Powerful features that no page of ours uses.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
        *("magnetometer", "microphone", "midi", "payment", "serial", "usb"),
    )
)


class SecurityHeadersMiddleware:
    """Gives every HTML page a Content-Security-Policy and a Permissions-Policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin, self.explorer = reverse("wagtailadmin_home"), reverse("graphiql")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        # with DEBUG, pages of errors have their style and script in them
        if POLICY not in response.headers and not settings.DEBUG:
            frame_options = response.get("X-Frame-Options", "")
            response.headers[POLICY] = self.choose_policy(request.path_info, frame_options)
        return response

    def choose_policy(self, path: str, frame_options: str) -> str:
        """Return the policy for a path. `X-Frame-Options` tells whether this site may frame the
        page.
        """
        ancestors = SAME_SITE if frame_options == "SAMEORIGIN" else NOBODY
        if path.startswith(self.admin):
            frames = " ".join(["'self'", *list_frontends()])
            forms = " ".join(["'self'", *list_provider()])
            return build_policy(ancestors, {**ADMIN, "frame-src": frames, "form-action": forms})
        if path == self.explorer:
            return build_policy(ancestors, EXPLORER)
        return build_policy(ancestors)


def list_frontends() -> list[str]:
    """Return the origins of the frontends that show drafts: the preview panel frames them."""
    groups = settings.PREVIEW_URL_TEMPLATES.values()
    parts = [urlsplit(address) for group in groups for address in group.values()]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.netloc})


def list_provider() -> list[str]:
    """Return the origin of the provider of identities: signing out leads there from a form."""
    part = urlsplit(settings.OIDC_OP_LOGOUT_ENDPOINT)
    return [f"{part.scheme}://{part.netloc}"] if settings.OIDC_ISSUER else []
