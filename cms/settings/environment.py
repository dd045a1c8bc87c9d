"""Reads environment variables. An empty variable has its default.

An invalid value raises ImproperlyConfigured with one sentence that names the variable, but never
its value, which may be secret.
"""

import ipaddress
import json
import os
import re
import ssl
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NoReturn

from django.core.exceptions import ImproperlyConfigured
from limits import parse

MANUAL = "see docs/operators.md"
FLAGS = {"1": True, "0": False}
OFF = "off"
CONTACT = re.compile(r"(mailto:[^\s@]+@[^\s@]+|https://\S+|tel:\+?[\d-]+)")


def read_text(name: str, default: str = "") -> str:
    """Return the value of `name` without spaces around it."""
    return os.environ.get(name, "").strip() or default


def provide(name: str, value: str) -> None:
    """Set a variable that a library reads, unless it is set."""
    os.environ.setdefault(name, value)


def read_url(name: str, schemes: Sequence[str], default: str = "") -> str:
    """Return an address that begins with one of `schemes`."""
    value = read_text(name)
    if value and value.partition("://")[0] not in schemes:
        refuse(name, f"is an address that begins with {' or '.join(f'{s}://' for s in schemes)}")
    return value or default


def read_matching(name: str, pattern: re.Pattern[str], expectation: str) -> str:
    """Return a value that matches `pattern` as a whole; empty if the variable is."""
    value = read_text(name)
    if value and not pattern.fullmatch(value):
        refuse(name, expectation)
    return value


def read_certificates(name: str) -> str:
    """Return the path of a file of certificates (PEM), after checking that it can be loaded."""
    path = read_text(name)
    if path:
        try:
            ssl.create_default_context(cafile=path)
        except OSError:
            refuse(name, "is the path of a file of certificates in PEM form")
    return path


def read_integer(name: str, default: int, least: int = 0, most: int | None = None) -> int:
    """Return a whole number from `least` to `most`, if that is given."""
    value = read_text(name)
    if not value:
        return default
    is_number = value.isascii() and value.isdecimal() and len(value) < 16
    if not is_number or int(value) < least or (most is not None and int(value) > most):
        refuse(name, f"is a whole number, {least} or more{f', {most} at most' if most else ''}")
    return int(value)


def read_flag(name: str, default: bool) -> bool:
    """Return whether `name` is 1 rather than 0."""
    value = read_text(name)
    if value and value not in FLAGS:
        refuse(name, "is 1 or 0")
    return FLAGS.get(value, default)


def read_choice(name: str, choices: Sequence[str], default: str) -> str:
    """Return one of `choices`."""
    value = read_text(name, default)
    if value not in choices:
        refuse(name, f"is {' or '.join(choices)}")
    return value


def read_items(name: str, default: Sequence[str] = ()) -> list[str]:
    """Return the comma-separated values; none if the variable is `off`."""
    value = read_text(name)
    if value == OFF:
        return []
    return [item for item in map(str.strip, value.split(",")) if item] or list(default)


def read_subset(name: str, choices: Sequence[str]) -> list[str]:
    """Return some of `choices`, separated by commas."""
    values = read_items(name)
    if not set(values).issubset(choices):
        refuse(name, f"is a list of {', '.join(choices)}")
    return values


def read_networks(name: str) -> list[str]:
    """Return networks such as `10.1.0.0/16`, separated by commas."""
    values = read_items(name)
    try:
        return [str(ipaddress.ip_network(value)) for value in values]
    except ValueError:
        refuse(name, "is a list of networks such as 10.1.0.0/16")


def read_contacts(name: str) -> list[str]:
    """Return contact addresses as URIs."""
    values = read_items(name)
    if not all(CONTACT.fullmatch(value) for value in values):
        refuse(name, "is a list of addresses that begin with mailto:, https:// or tel:")
    return values


def read_moment(name: str) -> datetime | None:
    """Return a date and time with a time zone (ISO 8601); None if the variable is empty."""
    value = read_text(name)
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        refuse(name, "is a date and a time such as 2030-01-31T00:00:00Z")
    return moment


def read_rate(name: str, default: str) -> str:
    """Return a rate such as `600/minute`; empty if the variable is `off`."""
    value = read_text(name, default)
    if value == OFF:
        return ""
    try:
        parse(value)
    except ValueError:
        refuse(name, "is a rate such as 600/minute (second, minute, hour, day), or off")
    return value


def read_mapping(name: str) -> dict[str, Any]:
    """Return a JSON object."""
    try:
        value = json.loads(read_text(name, "{}"))
    except ValueError:
        value = None
    if not isinstance(value, dict):
        refuse(name, "is a JSON object")
    return value


def read_header(name: str) -> str:
    """Return the name of a header, made of letters and digits; empty if the variable is."""
    value = read_text(name)
    if value and not (value.isascii() and value.isalnum()):
        refuse(name, "is the name of a header without hyphens or underscores")
    return value


def require_settings(*names: str) -> list[str]:
    """Return the values of `names`. Raises one error for all that are absent or empty."""
    absent = [name for name in names if not read_text(name)]
    if absent:
        what = "the environment variables" if absent[1:] else "the environment variable"
        raise ImproperlyConfigured(f"Set {what} {', '.join(absent)}: {MANUAL}.")
    return [read_text(name) for name in names]


def refuse_retired(name: str, successor: str) -> None:
    """Raise if a retired variable is still set, because ignoring it would be less safe."""
    if read_text(name, "0") != "0":
        raise ImproperlyConfigured(f"{name} is no longer read: set {successor}; {MANUAL}.")


def refuse(name: str, expectation: str) -> NoReturn:
    raise ImproperlyConfigured(f"The environment variable {name} {expectation}: {MANUAL}.")
