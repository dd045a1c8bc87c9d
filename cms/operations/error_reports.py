"""Sends errors to Sentry and traces to OpenTelemetry, if their variables are set.

Neither package is required: `manage.py check` names a missing one. No content is sent: no values of
variables, no bodies, no addresses with tokens, no messages of exceptions.
"""

import logging
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from cms.operations.logs import ReviewLinkFilter
from reports_graphql.http.release import release_hash

PACKAGES = {
    "SENTRY_DSN": ("sentry_sdk", "sentry-sdk"),
    "OTEL_EXPORTER_OTLP_ENDPOINT": (
        "opentelemetry.instrumentation.django",
        "opentelemetry-instrumentation-django and opentelemetry-exporter-otlp",
    ),
}


def check_packages(**kwargs: Any) -> list[CheckMessage]:
    """Report each package that a variable requires and that is not installed."""
    return [
        Error(f"{name} is set, but {package} is not installed.", id="cms.E030")
        for name, (module, package) in PACKAGES.items()
        if getattr(settings, name) and not is_installed(module)
    ]


def is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # a package above it is missing
        return False


def start() -> None:
    """Connect the services that are configured and installed."""
    if settings.SENTRY_DSN and is_installed("sentry_sdk"):
        import_module("sentry_sdk").init(
            dsn=settings.SENTRY_DSN,
            release=release_hash(),
            default_integrations=False,  # one of them would send GraphQL documents
            integrations=[
                import_module("sentry_sdk.integrations.django").DjangoIntegration(),
                import_module("sentry_sdk.integrations.logging").LoggingIntegration(
                    level=None, event_level=logging.ERROR
                ),
            ],
            include_local_variables=False,
            include_source_context=True,
            max_request_body_size="never",
            max_breadcrumbs=0,
            traces_sample_rate=0,
            before_send=scrub_event,
        )
    if settings.OTEL_EXPORTER_OTLP_ENDPOINT and is_installed(
        "opentelemetry.instrumentation.django"
    ):
        start_traces()


def scrub_event(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """Remove from an event what may quote a draft or contain a secret."""
    for error in event.get("exception", {}).get("values", ()):
        error["value"] = ""
    request = event.get("request", {})
    event["request"] = {
        "method": request.get("method", ""),
        "url": ReviewLinkFilter.TOKEN.sub(r"\1…", str(request.get("url", ""))),
    }
    event.pop("user", None)
    event.pop("extra", None)
    return event


def start_traces() -> None:
    """Trace requests; the exporter reads its own variables (OTEL_*)."""
    trace = import_module("opentelemetry.trace")
    sdk = import_module("opentelemetry.sdk.trace")
    export = import_module("opentelemetry.sdk.trace.export")
    otlp = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.BatchSpanProcessor(otlp.OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    import_module("opentelemetry.instrumentation.django").DjangoInstrumentor().instrument()
