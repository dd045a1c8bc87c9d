"""Negotiates the media type of an answer by the header `Accept`."""

from functools import lru_cache

from django.http import HttpRequest

GRAPHQL, JSON = "application/graphql-response+json", "application/json"


@lru_cache(64)
def parse_preferences(accept: str) -> str:
    """Return the media type of an answer for this `Accept` header, which may be empty.

    https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types asks for GraphQL's own type
    unless the client prefers JSON. A browser, which accepts HTML, gets JSON: it would download the
    other type.
    """
    if "text/html" in accept:
        return JSON
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept or "*/*"
    return request.get_preferred_type([GRAPHQL, JSON]) or JSON


def negotiate_media_type(request: HttpRequest) -> str:
    return parse_preferences(request.META.get("HTTP_ACCEPT", "")[:500])
