"""Builds HTTP responses from answers and refusals: status, media type and cache headers."""

import math
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from graphql import GraphQLError

from reports_graphql.errors import Invalid, PartialAnswer, Refusal, refuse_cause
from reports_graphql.http import metrics
from reports_graphql.http.content_version import ContentVersion
from reports_graphql.http.media_type import negotiate_media_type
from reports_graphql.http.response_cache import Answer

PREVIEW = "X-Preview-Token"
VARY = f"Accept, {PREVIEW}, origin"
PRIVATE = "private, no-store"
COST = "Query-Cost"


def is_preview(request: HttpRequest) -> bool:
    return "HTTP_X_PREVIEW_TOKEN" in request.META


def encode_body(body: dict[str, Any]) -> bytes:
    """Return JSON in UTF-8 without ASCII escapes, which would make French text larger."""
    return orjson.dumps(body, default=format_error)


def format_error(error: GraphQLError) -> Any:
    return error.formatted


def deliver_failure(request: HttpRequest, cause: Exception) -> HttpResponse:
    """Return the response to a request that was refused or failed; it is never cached."""
    headers = {"Cache-Control": "no-store"}
    if isinstance(cause, PartialAnswer):
        body, status = {"data": cause.data, "errors": cause.errors}, 500
    elif isinstance(cause, Invalid):
        body, status = {"errors": cause.errors}, cause.status
    else:
        refusal = cause if isinstance(cause, Refusal) else refuse_cause(cause)
        metrics.REFUSALS.labels((refusal.extensions or {}).get("code", "")).inc()
        body, status = {"errors": [refusal]}, refusal.status
        headers |= refusal.headers
    return build_response(request, encode_body(body), status, headers)


def deliver_answer(
    request: HttpRequest, answer: Answer, now: ContentVersion | None
) -> HttpResponse:
    """Return the response with an answer, or 304 if the client already has the same bytes."""
    cost = {COST: answer.cost}
    if is_preview(request):
        return build_response(request, answer.body, 200, cost | {"Cache-Control": PRIVATE})
    if request.method == "POST" or not answer.is_complete:
        return build_response(request, answer.body, 200, cost | {"Cache-Control": "no-store"})
    headers = {
        **cost,
        "Cache-Control": cache_control(timezone.now(), now.until) if now else "no-cache",
        "ETag": answer.etag,
        settings.GRAPHQL_CACHE_TAG_HEADER: answer.tags,
    }
    whole = build_response(request, answer.body, 200, headers)
    if "HTTP_IF_NONE_MATCH" not in request.META and "HTTP_IF_MATCH" not in request.META:
        return whole
    given = get_conditional_response(request, etag=answer.etag, response=whole)
    if given is None or given is whole:
        return whole
    return build_response(request, b"", given.status_code, headers)


def cache_control(now: datetime, until: datetime | None) -> str:
    """Return the `Cache-Control` header with the lifetime of an answer.

    Publications are scheduled to the minute. Every lifetime ends with a minute, whether or not one
    is scheduled, so that lifetimes do not reveal a scheduled publication.
    """
    longest = settings.GRAPHQL_MAX_AGE
    if not longest:
        return "no-cache"
    seconds = longest - math.floor(now.timestamp()) % longest
    if until:
        seconds = min(seconds, math.floor((until - now).total_seconds()))
    return f"public, max-age={seconds}"


def build_response(
    request: HttpRequest, body: bytes, status: int, headers: dict[str, str]
) -> HttpResponse:
    answered = HttpResponse(
        body,
        status=status,
        content_type=f"{negotiate_media_type(request)}; charset=utf-8",
        headers=headers,
    )
    answered["Vary"] = VARY
    answered["Content-Length"] = str(len(body))
    return answered
