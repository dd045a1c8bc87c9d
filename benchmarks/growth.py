"""Rows that make a service large: reports, services and statements beside the demonstration."""

import json
from datetime import date
from typing import Any

GROWN = ("heading", "key_figures", "impact_cards", "indicator_table")
"""The blocks of the demonstration that each report repeats: figures, cards and one indicator."""


def grow(reports: int, services: int, observations: int) -> None:
    """Add rows to the demonstration until there are so many."""
    from reports.content.models import AnnualReportPage
    from reports.content.models.pages import FIRST_YEAR, LAST_YEAR

    latest = AnnualReportPage.objects.get(year=2024)
    parent, body = latest.get_parent(), list_blocks(latest)
    # Reports of the past first: the years that a report may have begin in 1900.
    years = [*range(2022, FIRST_YEAR - 1, -1), *range(2025, LAST_YEAR + 1)]
    for year in years[: reports - 2]:
        page = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year)
        page.show_in_menus, page.body = True, json.dumps(body)
        parent.add_child(instance=page)
    add_services(services)
    state(list(AnnualReportPage.objects.exclude(pk=latest.pk)), observations)


def list_blocks(page: Any) -> list[dict[str, Any]]:
    """Return the first block of each of some types, as it is stored."""
    first: dict[str, dict[str, Any]] = {}
    for block in page.body.raw_data:
        first.setdefault(block["type"], dict(block))
    return [first[kind] for kind in GROWN if kind in first]


def find_incubator() -> Any:
    """Return the incubator that grows: that of the first service that has one."""
    from reports.content.models import Service

    return Service.objects.exclude(incubator=None).order_by("pk").first().incubator


def add_services(total: int) -> None:
    """Make services until there are so many: one incubator runs them all."""
    from reports.content.models import SearchEntry, Service
    from reports.content.search.entries import build_record_entry
    from reports.core.text.sort_keys import build_sort_key

    incubator = find_incubator()
    made = [
        Service(
            name=f"Service {number}",
            slug=f"service-{number}",
            mission=f"Rendre simple la démarche {number % 997}.",
            incubator=incubator,
            live=True,
            sort_key=build_sort_key(f"Service {number}"),
        )
        for number in range(total - Service.objects.count())
    ]
    rows = Service.objects.bulk_create(made, batch_size=500)
    SearchEntry.objects.bulk_create(map(build_record_entry, rows), batch_size=500)
    refer_to_incubator(incubator, rows)


def refer_to_incubator(incubator: Any, services: list[Any]) -> None:
    """Write what Wagtail's index of references says of services that were made in bulk."""
    from wagtail.models import ReferenceIndex

    copied = ReferenceIndex.get_references_to(incubator).filter(model_path="incubator").first()
    if copied is None:
        return
    fields = [field.attname for field in copied._meta.fields if not field.primary_key]
    values = {name: getattr(copied, name) for name in fields}
    ReferenceIndex.objects.bulk_create(
        (ReferenceIndex(**values | {"object_id": str(row.pk)}) for row in services),
        batch_size=500,
    )


def state(pages: list[Any], total: int) -> None:
    """Make so many statements: each page says the same of as many indicators as it takes."""
    from reports.content.models import Indicator, Observation

    stated = Observation.objects.filter(report__year=2024).first()
    indicators = Indicator.objects.bulk_create(
        Indicator(code=f"indicateur-{number}", name=f"Indicateur {number}", live=True)
        for number in range(total // len(pages))
    )
    fields = [field.attname for field in Observation._meta.fields if not field.primary_key]
    values = {name: getattr(stated, name) for name in fields}
    Observation.objects.bulk_create(
        (
            Observation(
                **values
                | {"report_id": page.pk, "indicator_id": indicator.pk}
                | {"period_start": date(page.year, 1, 1), "period_end": date(page.year, 12, 31)}
                | {"period_label": str(page.year)}
            )
            for page in pages
            for indicator in indicators
        ),
        batch_size=500,
    )
