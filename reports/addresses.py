"""Addresses that a report may print: paths, anchors, the web, mail and telephone."""

import re

from django.core.exceptions import ValidationError

SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto", "tel"}
IGNORED = re.compile(r"[\s\x00-\x1f]")  # browsers skip these inside a scheme


def is_safe(address: str) -> bool:
    """Whether following `address` can run nothing on the page that shows it."""
    scheme = SCHEME.match(IGNORED.sub("", address))
    return scheme is None or scheme[1].lower() in SCHEMES


def internal(address: str) -> str:
    """The path of a link into the same site, less its query and anchor; "" for any other link."""
    address = address.strip()
    if not address.startswith("/") or address.startswith("//"):
        return ""
    return address.partition("#")[0].partition("?")[0]


def validate(address: str) -> None:
    """Refuses, in French, an address that could run code where it is shown."""
    if not is_safe(address):
        raise ValidationError("Cette adresse n’est pas un lien : http, https, mailto ou tel.")
