"""One indicator, or one service, across the years."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.series import arrange_periods
from cms.frontend.series_chart import build_chart


@require_safe
def show_indicator(request: HttpRequest, code: str) -> HttpResponse:
    visit = Visit(request)
    indicator = visit.ask("indicator", code=code)["indicator"]
    if indicator is None:
        raise Http404
    periods = arrange_periods(indicator["series"])
    return visit.page(
        "indicator",
        indicator=indicator,
        periods=periods,
        has_earlier=any(period.earlier for period in periods),
        chart=build_chart(indicator["series"], indicator["unit"]),
        description=indicator["definition"] or describe_indicator(indicator, periods),
        distribution=csv_distribution(visit, indicator["csv"]),
    )


def describe_indicator(indicator: dict[str, Any], periods: list[Any]) -> str:
    """Return one sentence for search engines, where the indicator has no definition."""
    if not periods:
        return f"{indicator['name']}\u202f: un indicateur des bilans annuels."
    span = f"{periods[0].label} à {periods[-1].label}"
    return f"{indicator['name']}\u202f: résultats et objectifs des bilans annuels, de {span}."


def csv_distribution(visit: Visit, path: str) -> dict[str, str]:
    """Return the file of a data set, as schema.org has it."""
    address = f"{visit.base}{path}"
    return {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": address}


@require_safe
def show_service(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    service = visit.ask("service", slug=slug)["service"]
    if service is None:
        raise Http404
    cards = [mention for mention in service["mentions"] if mention["card"]]
    others = [mention for mention in service["mentions"] if not mention["card"]]
    return visit.page("service", service=service, cards=cards, others=others)
