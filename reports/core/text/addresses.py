"""Checks and normalises addresses that a report prints: paths, anchors, web, mail and telephone.

Addresses that could run a script or lead elsewhere than they seem to are dropped.
"""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
EDGE = "".join(map(chr, range(33)))  # browsers take spaces and control characters off both ends
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
SCHEME = re.compile(r"([^/?#:]*):")
WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


@lru_cache(2_000)  # a report prints some hundred, and each answer gives them again
def sanitize_address(address: str | None) -> str:
    """Return an address as it may leave in an answer or a page, or nothing where it may not.

    Allowed are http, https, mailto and tel, paths of the site and anchors. Whatever a browser may
    read otherwise than it looks (control characters, backslashes, `//host`) is refused.
    """
    address = (address or "").strip(EDGE)
    return address if is_safe(address) else ""


def sanitize_web_address(address: str | None) -> str:
    """Return a complete web address as it may leave, or nothing for any other address."""
    address = sanitize_address(address)
    return address if WEB.match(address) else ""


def normalize_site(address: str | None) -> str:
    """Return what all ways of writing the address of one website have in common; "" for any other
    address: « https://www.mano.fr/ » is « mano.fr ».
    """
    try:
        parts = urlsplit(sanitize_web_address(address))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def is_safe(address: str) -> bool:
    """Whether `address` leads where it says, and can run nothing on the page that shows it."""
    address = address.strip(EDGE)
    return has_safe_form(address) and has_safe_form(unescape(address).strip(EDGE))


def has_safe_form(address: str) -> bool:
    if CONTROL.search(address) or "\\" in address or address.startswith("//"):
        return False
    scheme = SCHEME.match(address)
    if scheme is None:
        return True
    name = scheme[1].lower()
    return name in SCHEMES and (not name.startswith("http") or WEB.match(address) is not None)


def internal_path(address: str) -> str:
    """The path of a link into the same site, less its query and anchor; "" for any other link."""
    address = address.strip()
    if not address.startswith("/") or address.startswith("//"):
        return ""
    return address.partition("#")[0].partition("?")[0]
