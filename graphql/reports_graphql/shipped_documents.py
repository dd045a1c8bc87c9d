"""Executes shipped documents for other parts of this server, without HTTP."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.content.visibility.sites import find_site_for_request
from reports_graphql.context import Context
from reports_graphql.schema import schema


class Unanswered(Exception):
    """Raised when a shipped document was answered with errors, which the log lists by incident
    number.
    """


@dataclass(frozen=True)
class ShippedAnswer:
    """The data of an answer, its cache tags, and whether it is complete."""

    data: dict[str, Any]
    tags: frozenset[str]
    is_complete: bool


@cache
def read_text(name: str) -> str:
    """Return the document in `graphql/queries/<name>.graphql`."""
    return (Path(settings.GRAPHQL_QUERIES) / f"{name}.graphql").read_text(encoding="utf-8")


def execute_shipped(
    request: HttpRequest,
    name: str,
    variables: dict[str, Any],
    site: Site | None = None,
    drafts: Drafts = NO_DRAFTS,
) -> ShippedAnswer:
    """Execute a shipped document on public content, or on `drafts` as if they were public.

    Raises `Refusal` or `Invalid` for refused variables, `Unanswered` if the execution failed.
    """
    context = Context(site or find_site_for_request(request), drafts)
    operation = schema.prepare(read_text(name), variables, count_existing=context.count_existing)
    result = operation.run(context)
    if result.errors or result.data is None:
        raise Unanswered(name)
    return ShippedAnswer(result.data, frozenset(context.tags()), context.is_complete)
