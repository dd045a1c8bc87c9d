"""Pages of records, across the years: indicators, services, incubators and funding rounds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.frontend.api_client import Visit
from cms.frontend.moved_records import redirect_if_moved
from cms.frontend.paging import build_next_address, paged, read_cursor
from cms.frontend.report_list import list_years
from cms.frontend.series import arrange_periods
from cms.frontend.series_chart import build_chart
from cms.frontend.series_table import build_table
from cms.frontend.templatetags.records import period_state

SERVICES_PER_PAGE = 50  # on a page of an incubator
MENTIONS_PER_PAGE = 20  # on a page of a service
YEARS_PER_PAGE = 50  # years on a page of an indicator
MAX_YEAR_DIGITS = 4


@paged
@require_safe
def show_indicator(request: HttpRequest, code: str) -> HttpResponse:
    visit = Visit(request)
    after = read_cursor(request)
    first, last = find_years(visit, after)
    span = {"from": first and first - YEARS_PER_PAGE, "to": last}
    indicator = visit.find("indicator", "indicator", code=code, **span)
    if moved := redirect_if_moved("indicator", code, indicator["code"]):
        return moved
    series = [each for each in indicator["series"] if not first or each["period"]["year"] >= first]
    has_older = len(series) < len(indicator["series"])
    info = {"hasNextPage": has_older, "endCursor": first and first - 1}
    periods = arrange_periods(series)
    return visit.page(
        "indicator",
        indicator=indicator,
        periods=periods,
        table=build_table(periods),
        has_earlier=any(period.earlier for period in periods),
        has_states=any(map(period_state, periods)),
        chart=build_chart(series, indicator["unit"]),
        description=indicator["definition"] or describe_indicator(indicator, periods),
        distribution=csv_distribution(visit, indicator["csv"]),
        cursor=after,
        next_address=build_next_address(visit.path, info),
    )


def find_years(visit: Visit, cursor: str | None) -> tuple[int | None, int | None]:
    """Return the first and last year of a page; None for an open end.

    The first page has the years up to the latest report and beyond. Each other page ends with the
    year in its cursor. Raises Http404 for an invalid year.
    """
    if cursor:
        if (
            len(cursor) > MAX_YEAR_DIGITS
            or not (cursor.isascii() and cursor.isdecimal())
            or int(cursor) == 0
        ):
            raise Http404
        return int(cursor) - YEARS_PER_PAGE + 1, int(cursor)
    years = list_years(visit)
    return (years[0] - YEARS_PER_PAGE + 1 if years else None), None


def describe_indicator(indicator: dict[str, Any], periods: list[Any]) -> str:
    """Return a sentence for search engines about an indicator without a definition."""
    if not periods:
        return f"{indicator['name']}\u202f: un indicateur des bilans annuels."
    span = f"{periods[0].label} à {periods[-1].label}"
    return f"{indicator['name']}\u202f: résultats et objectifs des bilans annuels, de {span}."


def csv_distribution(visit: Visit, path: str) -> dict[str, str]:
    """Return the file of a data set, as schema.org has it."""
    address = f"{visit.base}{path}"
    return {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": address}


@paged
@require_safe
def show_service(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    after = read_cursor(request)
    answer = visit.ask("service", slug=slug, first=MENTIONS_PER_PAGE, after=after)
    service, mentions = answer["service"], answer["mentions"]
    if service is None:
        raise Http404
    if moved := redirect_if_moved("service", slug, service["slug"]):
        return moved
    return visit.page(
        "service",
        service=service,
        years=group_by_report(mentions["nodes"]),
        description=service["mission"] or f"{service['name']} dans les bilans annuels.",
        cursor=after,
        next_address=build_next_address(visit.path, mentions["pageInfo"]),
    )


@paged
@require_safe
def show_incubator(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    after = read_cursor(request)
    answer = visit.ask("incubator", slug=slug, first=SERVICES_PER_PAGE, after=after)
    incubator, services = answer["incubator"], answer["services"]
    if incubator is None:
        raise Http404
    if moved := redirect_if_moved("incubator", slug, incubator["slug"]):
        return moved
    names = ", ".join(service["name"] for service in services["nodes"])
    described = f"Les services de l’incubateur {incubator['name']}" + (names and f"\u202f: {names}")
    return visit.page(
        "incubator",
        incubator=incubator,
        services=services,
        description=described,
        cursor=after,
        next_address=build_next_address(visit.path, services["pageInfo"]),
    )


@require_safe
def show_funding_round(request: HttpRequest, slug: str) -> HttpResponse:
    visit = Visit(request)
    funding_round = visit.find("funding_round", "fundingRound", slug=slug)
    if moved := redirect_if_moved("funding_round", slug, funding_round["slug"]):
        return moved
    years = group_by_report(funding_round["awards"])
    described = f"{funding_round['name']}\u202f: les lauréats et leurs montants, année par année."
    return visit.page("funding_round", round=funding_round, years=years, description=described)


@require_safe
def show_record(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Show a record of a kind that has no view of its own: its document gives `record`."""
    visit = Visit(request)
    record = visit.find(kind, "record", slug=slug)
    if moved := redirect_if_moved(kind, slug, record.get("id", slug)):
        return moved
    described = f"{record['name']} dans les bilans annuels."
    return visit.page(kind, record=record, description=described)


def group_by_report(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the reports in order, each with its mentions of a record."""
    years: dict[str, dict[str, Any]] = {}
    for mention in mentions:
        report = mention["report"]
        year = years.setdefault(report["id"], {"report": report, "mentions": []})
        year["mentions"].append(mention)
    return list(years.values())
