"""Pages at their public addresses: a stub, for whoever asks this server instead of a frontend."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.visibility import Perspective


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page at `path` of the request's site. Hidden and absent are one answer."""
    page = Perspective.public(request).page_at(f"/{path}")
    if page is None:
        raise Http404
    served: HttpResponse = page.specific.serve(request)
    return served
