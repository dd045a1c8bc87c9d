"""Resolves links that reports print, so that they work from this site."""

import re
from html import unescape
from urllib.parse import urljoin

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cms.frontend.cited_numbers import link_numbers

ADDRESS = re.compile(r"[a-z]+:", re.IGNORECASE)
PRINTED_LINK = re.compile(
    r'<a href="(?P<address>[^"]*)"(?P<rest> data-kind="printed"[^>]*>(?P<words>.*?)</a>)', re.DOTALL
)


def is_external(address: str | None) -> bool:
    """Return whether an address is a complete address of the web."""
    return (address or "").startswith(("https://", "http://"))


def reachable(address: str | None, base: str | None) -> str:
    """Return a printed address resolved for this site; empty if its base is unknown.

    A relative address is resolved against `base`, the site that the report was printed for.
    """
    if not address or address.startswith("#"):
        return address or ""
    return urljoin(base or "", address) if base or ADDRESS.match(address) else ""


def rich_text(html: str, base: str | None) -> SafeString:
    """Return rich text of the graph with printed links resolved; unresolvable links become words,
    cited numbers links to their figures.
    """

    def complete(link: re.Match[str]) -> str:
        address = reachable(unescape(link["address"]), base)
        return f'<a href="{escape(address)}"{link["rest"]}' if address else link["words"]

    return mark_safe(link_numbers(PRINTED_LINK.sub(complete, html)))  # the graph has sanitised it
