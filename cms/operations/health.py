"""Health probes: whether this process is alive, and whether it can answer."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from cms.operations import readiness

LIVE, READY = "/health/live", "/health/ready"
NO_STORE = {"Cache-Control": "no-store"}


class HealthMiddleware:
    """Answers probes before any middleware that requires HTTPS, a known host or a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == LIVE:
            return JsonResponse({"status": "ok"}, headers=NO_STORE)
        if request.path_info == READY:
            return report_readiness()
        return self.get_response(request)


def report_readiness() -> HttpResponse:
    """Return 200 with the result of each check, or 503 if this process cannot answer requests."""
    results = readiness.run_checks()
    status = readiness.summarise(results)
    code = 503 if status == readiness.UNAVAILABLE else 200
    return JsonResponse({"status": status, "checks": results}, status=code, headers=NO_STORE)


def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers=NO_STORE)
