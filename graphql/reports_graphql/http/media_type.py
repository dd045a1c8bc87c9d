from functools import lru_cache

from django.http import HttpRequest

GRAPHQL, JSON = "application/graphql-response+json", "application/json"


@lru_cache(64)
def parse_preferences(accept: str) -> str:
    """The media type of an answer to a request with this `Accept`; empty where it has none.

    https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types asks for GraphQL's own unless
    the client prefers JSON. A browser, which accepts HTML, shows JSON and downloads the other.
    """
    if "text/html" in accept:
        return JSON
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept or "*/*"
    return request.get_preferred_type([GRAPHQL, JSON]) or JSON


def negotiate_media_type(request: HttpRequest) -> str:
    return parse_preferences(request.META.get("HTTP_ACCEPT", "")[:500])
