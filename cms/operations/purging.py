"""Purges the answers that have changed from caches in front of this server, by their tags.

Purges are triggered by Django's signals. Bulk updates and SQL send none: those answers stay cached
until they expire. The caches of this server itself do not depend on signals.
"""

import logging
import threading
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from urllib.request import urlopen

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.frontend_cache.backends.http import HTTPBackend, PurgeRequest
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page
from wagtail.signals import post_page_move

from reports.content.content_version.tracked_tables import (
    BOOKKEEPING,
    PROJECTIONS,
    list_model_labels,
)
from reports.content.models import AnnualReportPage
from reports.content.models.snippet import Snippet
from reports.publishing.models import Change
from reports_graphql.tags import cache_tag

logger = logging.getLogger(__name__)

GRAPHQL = "/graphql/"
TIMEOUT_SECONDS = 5


class Pending(threading.local):
    """The tags that this thread has changed in its transaction.

    A savepoint that was rolled back may leave its tags, which only costs a purge.
    """

    def __init__(self) -> None:
        self.tags: set[str] = set()


pending = Pending()


class TagBackend(HTTPBackend):
    """Sends `PURGE` requests for an address, or with cache tags in a header.

    A URL that stands for a tag has the tag after its `#`.
    """

    def purge_batch(self, urls: list[str]) -> None:
        named = [urlsplit(url) for url in urls]
        for url in named:
            if not url.fragment:
                self.send(url.netloc, url.path, {})
        if tags := sorted(unquote(url.fragment) for url in named if url.fragment):
            header = {settings.GRAPHQL_CACHE_TAG_HEADER: ",".join(tags)}
            self.send(named[0].netloc, GRAPHQL, header)

    def purge(self, url: str) -> None:
        self.purge_batch([url])

    def send(self, host: str, path: str, headers: dict[str, str]) -> None:
        address = f"{self.cache_scheme}://{self.cache_netloc}{path}"
        request = PurgeRequest(address, headers={"Host": host, **headers})
        try:
            urlopen(request, timeout=TIMEOUT_SECONDS).close()
        except OSError as cause:  # an HTTPError or URLError is one
            logger.error("The cache in front of this server was not purged: %s.", cause)


def tags_of(instance: Model) -> set[str]:
    """Return the tags of answers that may have changed with `instance`."""
    match instance:
        case Change():
            return {"changes"}
        case AnnualReportPage():
            return {"bilan"}  # its services, indicators and neighbours speak of it too
        case Page():
            return {"pages"}
        case Snippet():
            kind = instance._meta.model_name
            return {f"{kind}s", cache_tag(str(kind), str(getattr(instance, instance.key_field)))}
    return {"bilan"}


def collect_saved(
    sender: type[Model], instance: Model, update_fields: Any = None, raw: bool = False, **_: Any
) -> None:
    if raw or (update_fields and set(update_fields) <= BOOKKEEPING):
        return
    collect_changed(instance)


def collect_changed(instance: Model, **_: Any) -> None:
    pending.tags.update(tags_of(instance))
    if all(waiting[1] is not purge for waiting in connection.run_on_commit):
        transaction.on_commit(purge)


def purge() -> None:
    """Purge the tags that have changed since the last call."""
    told = {"bilan"} if "bilan" in pending.tags else set(pending.tags)  # every answer has that
    pending.tags.clear()
    urls = [f"{settings.WAGTAILADMIN_BASE_URL}{GRAPHQL}#{quote(tag)}" for tag in told]
    PurgeBatch(urls).purge()


def connect_receivers() -> None:
    for model in list_model_labels():
        if model not in PROJECTIONS:
            post_save.connect(collect_saved, sender=model, dispatch_uid=f"purging.saved.{model}")
            post_delete.connect(
                collect_changed, sender=model, dispatch_uid=f"purging.deleted.{model}"
            )
    post_page_move.connect(collect_changed, dispatch_uid="purging.moved")
