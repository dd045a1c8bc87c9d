"""What pages and answers cost as a service grows, as ratios of a large one to a small one.

Usage: python benchmarks/scale.py [REPORTS SERVICES OBSERVATIONS]. Both are served over HTTP by one
process that keeps nothing; each ratio is that of medians of processor time, taken in turns.
"""

import statistics
import sys
from contextlib import ExitStack
from datetime import date
from typing import Any
from urllib.parse import urlencode

from contents import connect, demonstration
from load import get, load
from questions import Question
from server import Server, started

LARGE = (200, 20_000, 50_000)  # reports, services, observations
SECONDS, ROUNDS = 1.0, 3
PATHS = {
    "the home page": "/",
    "the list of reports": "/bilan/",
    "a report": "/bilan/2024/",
    "the sitemap": "/sitemap.xml",
    "the plan of the site": "/plan-du-site/",
    "the list of indicators": "/indicateurs/",
    "an indicator": "/indicateurs/{indicator}/",
    "a service": "/services/{service}/",
    "an incubator": "/incubateurs/{incubator}/",
    "a search page": f"/recherche/?{urlencode({'q': 'produits'})}",
}
QUESTIONS = {
    "a search": Question("search", {"query": "produits"}),
    "a search by the beginning of a word": Question("search", {"query": "prod", "isPrefix": True}),
    "a search that finds nothing": Question("search", {"query": "introuvable"}),
}


def grow(reports: int, services: int, observations: int) -> None:
    """Add rows to the demonstration until there are so many."""
    from reports.models import (
        AnnualReportPage,
        Incubator,
        SearchEntry,
        Service,
    )
    from reports.search.entries import build_record_entry
    from reports.text.sort_keys import build_sort_key

    latest = AnnualReportPage.objects.get(year=2024)
    parent = latest.get_parent()
    for year in range(2024 - reports, 2023):
        page = AnnualReportPage(title=f"Bilan {year}", slug=str(year), year=year)
        parent.add_child(instance=page)
    incubator = Incubator.objects.first()
    missing = services - Service.objects.count()
    made = [
        Service(
            name=f"Service {number}",
            slug=f"service-{number}",
            mission=f"Rendre simple la démarche {number % 997}.",
            incubator=incubator,
            live=True,
            sort_key=build_sort_key(f"Service {number}"),
        )
        for number in range(missing)
    ]
    rows = Service.objects.bulk_create(made, batch_size=500)
    SearchEntry.objects.bulk_create(map(build_record_entry, rows), batch_size=500)
    state(list(AnnualReportPage.objects.exclude(pk=latest.pk)), observations)


def state(pages: list[Any], total: int) -> None:
    """Make so many statements: each page says the same of as many indicators as it takes."""
    from reports.models import Indicator, Observation

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


def measure(server: Server, path: str) -> tuple[float, int]:
    """Return milliseconds of processor for an answer, and its bytes."""
    size = len(server.read(path))
    before = server.cpu()
    count = load(server.port, get(path), SECONDS, 1)
    return (server.cpu() - before) * 1_000 / count, size


def list_paths() -> dict[str, str]:
    from reports.models import Incubator, Service

    names = {
        "service": Service.objects.order_by("pk").first().slug,
        "indicator": "produits-a-impact-national",
        "incubator": Incubator.objects.first().slug,
    }
    return {what: path.format(**names) for what, path in PATHS.items()}


def main(large: tuple[int, int, int]) -> None:
    with ExitStack() as stack:
        small = stack.enter_context(demonstration())
        small["GRAPHQL_CACHE_BYTES"] = "0"
        other = stack.enter_context(demonstration())
        other["GRAPHQL_CACHE_BYTES"] = "0"
        connect(other)
        grow(*large)
        paths = list_paths()
        servers = [
            stack.enter_context(started(port, environment))
            for port, environment in ((8761, small), (8762, other))
        ]
        for question in QUESTIONS.values():
            for server in servers:
                server.read(question.first_path)
        asked = paths | {what: each.path for what, each in QUESTIONS.items()}
        for what, path in asked.items():
            rounds = [[measure(server, path) for server in servers] for _ in range(ROUNDS)]
            few, many = (statistics.median(each[place][0] for each in rounds) for place in (0, 1))
            small_size, large_size = (rounds[0][place][1] // 1024 for place in (0, 1))
            times = f"{few:.1f} and {many:.1f} ms; {small_size} and {large_size} KiB"
            sys.stdout.write(f"{what}: x{many / few:.1f} ({times})\n")
            sys.stdout.flush()


if __name__ == "__main__":
    given = tuple(map(int, sys.argv[1:4]))
    main(given if len(given) == 3 else LARGE)
