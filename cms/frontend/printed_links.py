"""Links that reports print, as they lead from this site."""

import re
from html import unescape
from urllib.parse import urljoin

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

ADDRESS = re.compile(r"[a-z]+:", re.IGNORECASE)
PRINTED_LINK = re.compile(
    r'<a href="(?P<address>[^"]*)"(?P<rest> data-kind="printed"[^>]*>(?P<words>.*?)</a>)', re.DOTALL
)


def is_external(address: str | None) -> bool:
    """Whether an address leads out of this site by itself."""
    return (address or "").startswith(("https://", "http://"))


def reachable(address: str | None, base: str | None) -> str:
    """Return a printed address as it leads from this site, or nothing where it leads nowhere.

    One without a site is relative to `base`, the site that the report was printed for.
    """
    if not address or address.startswith("#"):
        return address or ""
    return urljoin(base or "", address) if base or ADDRESS.match(address) else ""


def rich_text(html: str, base: str | None) -> SafeString:
    """Rich text of the graph, with printed links complete, or as words where nobody knows how."""

    def complete(link: re.Match[str]) -> str:
        address = reachable(unescape(link["address"]), base)
        return f'<a href="{escape(address)}"{link["rest"]}' if address else link["words"]

    return mark_safe(PRINTED_LINK.sub(complete, html))  # the graph has sanitised it
