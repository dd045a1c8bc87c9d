"""Keeps the database rows of answers in this process until something public changes."""

from functools import cache

from django.conf import settings

from reports.content.visibility.kept_rows import KeptRows, Rows, measure_rows
from reports.core.document.recent_values import RecentValues
from reports_graphql.http import content_version
from reports_graphql.http.content_version import ContentVersion


def read_present() -> ContentVersion | None:
    """Return the content version if rows are kept. Raises `Refusal` if the process is too busy."""
    return content_version.read_present() if settings.GRAPHQL_ROW_BYTES > 0 else None


def open_kept_rows(present: ContentVersion | None) -> KeptRows | None:
    """Return the rows kept for a content version; None if rows are not kept."""
    size = settings.GRAPHQL_ROW_BYTES
    return KeptRows(build_store(size), present) if present and size > 0 else None


@cache
def build_store(size: int) -> RecentValues[Rows]:
    """Return the store of so many bytes: one per process, and one of each size in tests."""
    return RecentValues(size, measure_rows)
