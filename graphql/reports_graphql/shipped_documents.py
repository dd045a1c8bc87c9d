"""Executes the shipped documents for other parts of this server, without HTTP."""

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
    """A shipped document that was answered with errors; the log has them by their incidents."""


@dataclass(frozen=True)
class ShippedAnswer:
    """The data of an answer, what it speaks of, as tags for caches, and whether it is complete."""

    data: dict[str, Any]
    tags: frozenset[str]
    is_complete: bool


@cache
def read_text(name: str) -> str:
    """The document in `graphql/queries/<name>.graphql`."""
    return (Path(settings.GRAPHQL_QUERIES) / f"{name}.graphql").read_text(encoding="utf-8")


def execute_shipped(
    request: HttpRequest,
    name: str,
    variables: dict[str, Any],
    site: Site | None = None,
    drafts: Drafts = NO_DRAFTS,
) -> ShippedAnswer:
    """Answers a shipped document as the public sees it; with `drafts`, those as they will be.

    Raises `Refusal` or `Invalid` for variables that are refused, `Unanswered` for what failed.
    """
    context = Context(site or find_site_for_request(request), drafts)
    operation = schema.prepare(read_text(name), variables, count_existing=context.count_existing)
    result = operation.run(context)
    if result.errors or result.data is None:
        raise Unanswered(name)
    return ShippedAnswer(result.data, frozenset(context.tags()), context.is_complete)
