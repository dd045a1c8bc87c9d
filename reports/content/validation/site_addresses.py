"""Detects addresses of this site, which become paths, and addresses that lead readers nowhere.

Both come from the clipboard. Browsers turn `#ftnt1` into an address of the open page, which is in
the admin, and a link that was copied from this site contains its host.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape, unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, Site

from reports.core.text import addresses
from reports.core.text.rich_text import ANCHOR, ATTRIBUTE

GIVEN: ContextVar[set[str] | None] = ContextVar("the addresses of all sites", default=None)
LOOPBACK = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}
DEFAULT_PORTS = {"http": 80, "https": 443}
# What word processors and Google Docs call their footnotes, comments, contents and bookmarks.
FOOTNOTE = re.compile(
    r"#(?:_?ftn|ftnt|_?edn|_?msocom|cmnt|_toc|_ref|_hlk|_?heading=|bookmark=|id\.)", re.IGNORECASE
)
ADMIN_PAGE = re.compile(
    r"/[\w-]+/(?:pages|snippets|images|documents)/(?:[\w/-]*/)?(?:edit|add|create)(?:/|$)"
)


def host_and_port(address: str) -> tuple[str, int | None]:
    """The host and the port of a complete address; no host for any other."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme not in DEFAULT_PORTS or "@" in parts.netloc:
            return "", None
        return parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]
    except ValueError:
        return "", None


def is_own(address: str) -> bool:
    """Whether a complete address is one of this site: by its record, `BASE_URL`, or in a demo."""
    host, port = host_and_port(address)
    if not host:
        return False
    if settings.DEMO_ACCOUNTS_ALLOWED and host in LOOPBACK:
        return True
    roots = list_roots()
    known = [settings.WAGTAILADMIN_BASE_URL, *(roots if len(roots) == 1 else ())]
    return (host, port) in map(host_and_port, known)


def list_roots() -> set[str]:
    """Return the addresses of all sites: those that were given, else those of the database."""
    given = GIVEN.get()
    return {root.root_url for root in Site.get_site_root_paths()} if given is None else given


@contextmanager
def using_roots(roots: set[str]) -> Iterator[None]:
    """Let these be the addresses of all sites, for a process that has no database."""
    token = GIVEN.set(roots)
    try:
        yield
    finally:
        GIVEN.reset(token)


def to_path(address: str) -> str:
    """A complete address of this site as its path; any other address as it is."""
    if not is_own(address):
        return address
    parts = urlsplit(address.strip())
    query = f"?{parts.query}" if parts.query else ""
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path or '/'}{query}{anchor}"


def is_dead(address: str) -> bool:
    """Whether no reader gets anywhere by an address: nothing, a footnote of another document, a
    file, the admin, or one's own machine. It asks no database.
    """
    address = address.strip()
    if address in ("", "#") or FOOTNOTE.match(address) or not addresses.is_safe(address):
        return True
    host, _ = host_and_port(address)
    path = urlsplit(address).path if host else addresses.internal_path(address)
    if host in LOOPBACK and not settings.DEMO_ACCOUNTS_ALLOWED:
        return True
    admin = reverse("wagtailadmin_home")
    is_here = host in ("", *LOOPBACK, urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname)
    if is_here and (path.startswith(admin) or path == admin.rstrip("/")):
        return True
    return bool(host and ADMIN_PAGE.match(path))


def validate_link(address: str) -> None:
    """Refuse, in French, an address that could run code or leads no reader anywhere."""
    if not addresses.is_safe(address):
        raise ValidationError("Cette adresse n’est pas un lien : http, https, mailto ou tel.")
    if is_dead(to_path(address)):
        raise ValidationError(
            "Cette adresse ne mène nulle part pour les lecteurs : administration, note de bas de "
            "page d’un autre document, ou fichier de votre ordinateur."
        )


def clean_links(html: str) -> str:
    """Return rich text whose links lead somewhere; of the others the words stay.

    A complete address of this site becomes its path, that of a page what Wagtail's chooser stores.
    """
    return ANCHOR.sub(clean_link, html) if "<a" in html else html


def clean_link(link: re.Match[str]) -> str:
    given = dict(ATTRIBUTE.findall(link[1]))
    if "linktype" in given or "href" not in given:
        return link[0]
    printed = unescape(given["href"])
    address = to_path(printed)
    if is_dead(address):
        return link[2]
    if address == printed:
        return link[0]
    page = page_at(address)
    target = f'linktype="page" id="{page}"' if page else f'href="{escape(address)}"'
    return f"<a {target}>{link[2]}</a>"


def page_at(path: str) -> int | None:
    """The row id of the public page at a path, as rich text stores it."""
    roots = Site.get_site_root_paths()
    if len(roots) != 1 or addresses.internal_path(path) != path:
        return None
    url_path = f"{roots[0].root_path}{path.lstrip('/')}"
    pages = Page.objects.filter(live=True, url_path=f"{url_path.rstrip('/')}/")
    key: int | None = pages.values_list("pk", flat=True).first()
    return key
