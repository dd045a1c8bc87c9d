"""System checks of the mail settings, which report incomplete or contradictory ones."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connection

from reports.publishing.models import OutboxEntry
from reports.publishing.outbox.waiting import list_late_entries
from reports.publishing.webhooks import messages

HINT = "See « Processes and mail » in docs/operators.md."
TLS_PORT = 465
LOOPBACK = ("127.0.0.1", "localhost", "::1")
WAITED = "have waited for more than ten minutes"
NO_RUNNER = "neither a server with OUTBOX_IN_SERVER=1 nor `manage.py run_outbox` is running"
# Seconds: a server may be silent for EMAIL_TIMEOUT at each of some ten steps.
SLOW_DELIVERY_SECONDS = 100


def check_mail(**kwargs: Any) -> list[CheckMessage]:
    """Report mail variables that contradict each other, in production."""
    if settings.DEMO_ACCOUNTS_ALLOWED:
        return []
    host, user, password = (
        getattr(settings, name) for name in ("EMAIL_HOST", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD")
    )
    if not host:
        message = (
            "EMAIL_HOST_USER or EMAIL_HOST_PASSWORD is set, EMAIL_HOST is not: no mail leaves."
        )
        return [Warning(message, hint=HINT, id="cms.W010")] if user or password else []
    problems: list[CheckMessage] = []
    if bool(user) != bool(password):
        message = "Of EMAIL_HOST_USER and EMAIL_HOST_PASSWORD one is set: set both, or none."
        problems.append(Error(message, hint=HINT, id="cms.E010"))
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if password and not encrypted and host not in LOOPBACK:
        message = "EMAIL_USE_TLS is 0: EMAIL_HOST_PASSWORD crosses the network in clear text."
        problems.append(Warning(message, hint=HINT, id="cms.W011"))
    if settings.EMAIL_PORT == TLS_PORT and not encrypted:
        message = f"EMAIL_PORT is {TLS_PORT}, where servers expect TLS, but EMAIL_USE_TLS is 0."
        problems.append(Error(message, hint=HINT, id="cms.E011"))
    if settings.OUTBOX_LEASE_SECONDS < SLOW_DELIVERY_SECONDS:
        message = (
            f"OUTBOX_LEASE_SECONDS is less than {SLOW_DELIVERY_SECONDS}, which a slow delivery may "
            "take: two runners could send the same message."
        )
        problems.append(Warning(message, hint=HINT, id="cms.W014"))
    if urlsplit(f"//{settings.DEFAULT_FROM_EMAIL}").hostname in LOOPBACK:
        message = "DEFAULT_FROM_EMAIL is not set: mail servers refuse a sender at localhost."
        problems.append(Warning(message, hint=HINT, id="cms.W012"))
    return problems


def check_waiting(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn about messages that have waited for long: no runner, or no mail server."""
    if not databases:
        return []
    if OutboxEntry._meta.db_table not in connection.introspection.table_names():
        return []  # not migrated yet
    mails = list_late_entries().exclude(kind=messages.KIND).count()
    webhooks = list_late_entries().filter(kind=messages.KIND).count()
    problems: list[CheckMessage] = []
    if mails:
        message = f"{mails} messages {WAITED}: the mail server does not take them, or {NO_RUNNER}."
        problems.append(Warning(message, hint=HINT, id="cms.W013"))
    if webhooks:
        message = f"{webhooks} webhooks {WAITED}: no receiver takes them, or {NO_RUNNER}."
        problems.append(Warning(message, hint=HINT, id="cms.W015"))
    return problems
