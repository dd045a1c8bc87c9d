"""Settings of metrics for Prometheus, and of the services that receive errors and traces."""

import os
import tempfile
from pathlib import Path

from cms.settings import environment, process

# Who knows it may read GET /metrics; without it, there is no such address.
METRICS_TOKEN = environment.read_text("METRICS_TOKEN")
if METRICS_TOKEN and process.is_web():
    # Workers of one server count together; the library reads this when it is first imported.
    folder = Path(tempfile.gettempdir()) / f"bilan-metrics-{os.getppid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    environment.provide("PROMETHEUS_MULTIPROC_DIR", str(folder))

SENTRY_DSN = environment.read_url("SENTRY_DSN", ("http", "https"))
OTEL_EXPORTER_OTLP_ENDPOINT = environment.read_url("OTEL_EXPORTER_OTLP_ENDPOINT", ("http", "https"))
