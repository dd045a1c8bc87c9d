"""System checks of a public service's settings, for `manage.py check`."""

import logging
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from cms.operations import app_checks, error_reports
from cms.operations.extra_checks import check_extras
from cms.operations.mail_checks import LOOPBACK, check_mail, check_waiting
from cms.operations.postgresql.checks import check_limits
from cms.operations.storage_checks import check_storage

logger = logging.getLogger(__name__)

VALIDATORS = (
    "UserAttributeSimilarityValidator",
    "MinimumLengthValidator",
    "CommonPasswordValidator",
    "NumericPasswordValidator",
)
MIN_PASSWORD_CHARACTERS = 12  # characters of a password
HINT = "See docs/operators.md."


def check_passwords(**kwargs: Any) -> list[CheckMessage]:
    """Require Django's four password validators and a minimum length."""
    if settings.DEMO_ACCOUNTS_ALLOWED:
        return []
    validators: Any = settings.AUTH_PASSWORD_VALIDATORS
    options = {each["NAME"].rpartition(".")[2]: each.get("OPTIONS", {}) for each in validators}
    absent = [name for name in VALIDATORS if name not in options]
    if absent:
        message = f"AUTH_PASSWORD_VALIDATORS lacks {', '.join(absent)}."
        return [Error(message, hint=HINT, id="cms.E002")]
    if options["MinimumLengthValidator"].get("min_length", 8) < MIN_PASSWORD_CHARACTERS:
        message = (
            f"AUTH_PASSWORD_VALIDATORS accepts passwords shorter than {MIN_PASSWORD_CHARACTERS}."
        )
        return [Error(message, hint=HINT, id="cms.E003")]
    return []


def check_hosts(**kwargs: Any) -> list[CheckMessage]:
    """Warn if the service answers to any host name: links in its messages could lead elsewhere."""
    if settings.DEMO_ACCOUNTS_ALLOWED or "*" not in settings.ALLOWED_HOSTS:
        return []
    message = "ALLOWED_HOSTS is *: name the hosts that this service answers to."
    return [Warning(message, hint=HINT, id="cms.W001")]


def check_base_url(**kwargs: Any) -> list[CheckMessage]:
    """Warn if links in messages lead to the machine of whoever reads them."""
    if settings.DEMO_ACCOUNTS_ALLOWED:
        return []
    if urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname not in LOOPBACK:
        return []
    message = f"BASE_URL is not set: links in messages lead to {settings.WAGTAILADMIN_BASE_URL}."
    return [Warning(message, hint=HINT, id="cms.W002")]


def check_proxy(**kwargs: Any) -> list[CheckMessage]:
    """Warn if all readers share one client address, so that rate limits count them together."""
    if settings.DEMO_ACCOUNTS_ALLOWED or settings.CLIENT_ADDRESS_HEADER:
        return []
    message = "CLIENT_ADDRESS_HEADER is not set: all readers behind a proxy are one client."
    return [Warning(message, hint=HINT, id="cms.W009")]


CHECKS = (
    check_passwords,
    check_hosts,
    check_base_url,
    check_proxy,
    check_storage,
    check_limits,
    error_reports.check_packages,
    check_mail,
    app_checks.check_provider,
)


def register_checks() -> None:
    """Register the checks."""
    for check in CHECKS:
        register(check)
    register(check_waiting, Tags.database)
    register(check_extras)
    register(app_checks.check_sign_in, deploy=True)


def log_problems() -> None:
    """Log the problems that the checks find, since a server starts without running them."""
    for check in CHECKS:
        for message in check():
            logger.warning("%s %s", message.msg, message.hint)
