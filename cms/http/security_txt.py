"""Serves `security.txt`, with the contacts for reports of vulnerabilities.

https://www.rfc-editor.org/rfc/rfc9116
"""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

VALIDITY = timedelta(days=180)  # the RFC recommends less than a year


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Return the operator's contacts; 404 if no setting names one."""
    if not settings.SECURITY_CONTACTS:
        raise Http404
    expires = settings.SECURITY_EXPIRES or compute_expiry(timezone.now())
    lines = [
        *(f"Contact: {contact}" for contact in settings.SECURITY_CONTACTS),
        f"Expires: {expires.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {request.build_absolute_uri(request.path)}",
        "Preferred-Languages: fr, en",
    ]
    return HttpResponse(
        "".join(f"{line}\n" for line in lines),
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"},
    )


def compute_expiry(now: datetime) -> datetime:
    """Return the midnight that ends `VALIDITY`, the same for all requests of a day."""
    return datetime.combine(now.astimezone(UTC) + VALIDITY, time.min, UTC)
