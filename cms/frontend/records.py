"""Pages of records, across the years: an indicator, a service, an incubator, a funding round."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.series import arrange_periods
from cms.frontend.series_chart import build_chart
from cms.frontend.series_table import build_table
from cms.frontend.templatetags.records import period_state


@require_safe
def show_indicator(request: HttpRequest, code: str) -> HttpResponse:
    visit = Visit(request)
    indicator = visit.find("indicator", "indicator", code=code)
    periods = arrange_periods(indicator["series"])
    return visit.page(
        "indicator",
        indicator=indicator,
        periods=periods,
        table=build_table(periods),
        has_earlier=any(period.earlier for period in periods),
        has_states=any(map(period_state, periods)),
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
    service = visit.find("service", "service", slug=slug)
    years = group_by_report(service["mentions"])
    described = service["mission"] or f"{service['name']} dans les bilans annuels."
    return visit.page("service", service=service, years=years, description=described)


@require_safe
def show_incubator(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    incubator = visit.find("incubator", "incubator", slug=slug)
    names = ", ".join(service["name"] for service in incubator["services"])
    described = f"Les services de l’incubateur {incubator['name']}" + (names and f"\u202f: {names}")
    return visit.page("incubator", incubator=incubator, description=described)


@require_safe
def show_funding_round(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    funding_round = visit.find("funding_round", "fundingRound", slug=slug)
    years = group_by_report(funding_round["awards"])
    described = f"{funding_round['name']}\u202f: les lauréats et leurs montants, année par année."
    return visit.page("funding_round", round=funding_round, years=years, description=described)


def group_by_report(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the reports in their order, each with what it prints of a record."""
    years: dict[str, dict[str, Any]] = {}
    for mention in mentions:
        report = mention["report"]
        year = years.setdefault(report["id"], {"report": report, "mentions": []})
        year["mentions"].append(mention)
    return list(years.values())
