"""Reads the content version that an answer is made from, and when that version expires."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, cast

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from reports.content.content_version import version
from reports.content.visibility import sites
from reports_graphql.http.admission import process_admission


class ContentVersion(NamedTuple):
    """The version of public content, and the time at which a scheduled change ends it, if any."""

    version: str
    until: datetime | None


_latest = ContentVersion("", None)


def read_content_version() -> ContentVersion | None:
    """Return the current version, or None if answers are not cached.

    Raises `Refusal` as `read_present` does.
    """
    return read_present() if settings.GRAPHQL_CACHE_BYTES > 0 else None


def read_present() -> ContentVersion | None:
    """Return the current version, or None if it cannot be determined.

    It runs one SQL statement, and a second one if something has changed. Raises `Refusal` if the
    process is too busy for that.
    """
    global _latest
    token, now = version.read_current_version(), timezone.now()
    if token is None:
        return None
    latest = _latest
    if latest.version != token or (latest.until and latest.until <= now):
        with process_admission().enter():  # tables of content may be locked, the version is not
            latest = ContentVersion(token, version.next_change(now))
        _latest = latest
    return latest


def find_site(request: HttpRequest, now: ContentVersion | None) -> Site | None:
    """Return the site that a request is for, looked up once per content version.

    Without a version the site is looked up lazily, because a refusal needs no database. Raises
    `Refusal` if the process is too busy.
    """
    host, _ = split_domain_port(request.get_host())
    port = request.get_port()
    if now:
        return find_site_by_host(now.version, host, port)
    return cast(Site | None, SimpleLazyObject(lambda: sites.find_site(host, port)))


@lru_cache(64)
def find_site_by_host(version: str, host: str, port: str) -> Site | None:
    with process_admission().enter():
        return sites.find_site(host, port)
