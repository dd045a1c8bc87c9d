"""One indicator, or one service, across the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit


@require_safe
def show_indicator(request: HttpRequest, code: str) -> HttpResponse:
    visit = Visit(request)
    indicator = visit.ask("indicator", code=code)["indicator"]
    if indicator is None:
        raise Http404
    return visit.page("indicator", indicator=indicator)


@require_safe
def show_service(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    service = visit.ask("service", slug=slug)["service"]
    if service is None:
        raise Http404
    cards = [mention for mention in service["mentions"] if mention["card"]]
    others = [mention for mention in service["mentions"] if not mention["card"]]
    return visit.page("service", service=service, cards=cards, others=others)
