"""One indicator, or one service, across the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.visit import Visit


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    visit = Visit(request)
    found = visit.ask("indicator", code=code)["indicator"]
    if found is None:
        raise Http404
    return visit.page("indicator", indicator=found)


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    found = visit.ask("service", slug=slug)["service"]
    if found is None:
        raise Http404
    return visit.page("service", service=found)
