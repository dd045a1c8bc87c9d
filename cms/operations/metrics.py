"""Metrics for Prometheus: requests, refusals, connections, content version, outbox, lost files."""

import os
import time
from collections import Counter as Counted
from collections.abc import Callable, Iterator
from hmac import compare_digest
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error, connection
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from reports.content.content_version import version
from reports.content.models import FileFailure
from reports.content.storage.free_space import measure_free_bytes
from reports.publishing.models import OutboxEntry
from reports.publishing.models.outbox import PENDING
from reports.publishing.overdue import list_overdue_hours

PATH = "/metrics"
REQUESTS = Counter("bilan_requests", "Requests, by door and status.", ["door", "status"])
SECONDS = Histogram(
    "bilan_request_seconds",
    "Time from a request to its answer.",
    ["door"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15),
)
DOORS = {
    "/graphql/": "graphql",
    "/admin/": "admin",
    "/media/": "files",
    "/documents/": "files",
    "/static/": "static",
    "/health": "probe",
}


class MetricsMiddleware:
    """Counts each request, and answers `/metrics` to clients that send the token.

    Without a token in the settings the middleware is not used.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == PATH and is_allowed(request):
            return HttpResponse(write_metrics(), content_type=CONTENT_TYPE_LATEST)
        began = time.perf_counter()
        response = self.get_response(request)
        count_request(request.path_info, response.status_code, time.perf_counter() - began)
        return response


def refuse_metrics(request: HttpRequest) -> HttpResponse:
    """Answer 404 without a redirect; the middleware answers clients that send the token."""
    raise Http404


def count_request(path: str, status: int, seconds: float) -> None:
    door = name_door(path)
    REQUESTS.labels(door, status).inc()
    SECONDS.labels(door).observe(seconds)


def is_allowed(request: HttpRequest) -> bool:
    given = request.META.get("HTTP_AUTHORIZATION", "")
    return compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())


def name_door(path: str) -> str:
    """Return the part of the service to which a path belongs, from a short list."""
    return next((name for start, name in DOORS.items() if path.startswith(start)), "page")


def write_metrics() -> bytes:
    """Return the counters of all processes of this server, and the state of the service."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY) + generate_latest(build_state_registry())
    registry = build_state_registry()
    multiprocess.MultiProcessCollector(registry)
    return generate_latest(registry)


def build_state_registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(StateCollector())
    return registry


class StateCollector(Collector):
    """Collects the state of the database and of this process when metrics are requested."""

    def collect(self) -> Iterator[Metric]:
        yield from collect_pool()
        try:
            yield from collect_version()
            yield from collect_outbox()
            yield from collect_missing_files()
            yield from collect_overdue()
        except Error:
            return  # what processes counted is told without a database


def collect_version() -> Iterator[Metric]:
    metric = GaugeMetricFamily(
        "bilan_content_version", "1 for the version of what is public.", labels=["version"]
    )
    metric.add_metric([version.read_current_version() or ""], 1)
    yield metric


def collect_outbox() -> Iterator[Metric]:
    metric = GaugeMetricFamily(
        "bilan_outbox_entries", "Messages of the outbox, by state.", labels=["state"]
    )
    counts: Any = OutboxEntry.objects.aggregate(
        pending=Count("pk", filter=PENDING),
        delivered=Count("delivered_at"),
        given_up=Count("given_up_at"),
    )
    for state, count in counts.items():
        metric.add_metric([state], count)
    yield metric


def collect_missing_files() -> Iterator[Metric]:
    metric = GaugeMetricFamily(
        "bilan_missing_files", "Files that could not be made, by kind.", labels=["kind"]
    )
    counts = Counted(FileFailure.objects.values_list("kind", flat=True))
    for kind in FileFailure.Kind.values:
        metric.add_metric([kind], counts[kind])
    yield metric


def collect_overdue() -> Iterator[Metric]:
    overdue = GaugeMetricFamily(
        "bilan_overdue_publications", "Publications whose hour passed 15 minutes ago or more."
    )
    overdue.add_metric([], len(list_overdue_hours()))
    yield overdue
    oldest = GaugeMetricFamily(
        "bilan_outbox_oldest_seconds",
        "How long the oldest message of a kind has waited.",
        labels=["kind"],
    )
    waiting = OutboxEntry.objects.filter(PENDING).values_list("kind")
    for kind, created in waiting.annotate(Min("created_at")).order_by("kind"):
        oldest.add_metric([kind], (timezone.now() - created).total_seconds())
    yield oldest
    free = GaugeMetricFamily(
        "bilan_free_bytes", "Free bytes of the disks that this machine writes to, at least."
    )
    free.add_metric([], measure_free_bytes())
    yield free


def collect_pool() -> Iterator[Metric]:
    pool = getattr(connection, "pool", None)
    if pool is None:
        return
    metric = GaugeMetricFamily(
        "bilan_database_pool",
        "Connections of this process, as psycopg counts them.",
        labels=["state"],
    )
    for name, value in pool.get_stats().items():
        metric.add_metric([name], value)
    yield metric
