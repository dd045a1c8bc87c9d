"""Automatic persisted queries: documents that a request names by hash instead of sending them.

https://www.apollographql.com/docs/apollo-server/performance/apq
"""

import hashlib

from django.conf import settings

from reports_graphql.errors import Refusal
from reports_graphql.http.request import GraphRequest
from reports_graphql.http.tiered_cache import TieredCache
from reports_graphql.manifest import read_manifest, sha256

DOCUMENTS = TieredCache("document", size=4_194_304)
DOCUMENT_SECONDS = 86_400


def find_text(graph_request: GraphRequest) -> str:
    """Return the document that a request asks to run. Raises `Refusal` if it may not be run."""
    text = (
        graph_request.query
        if graph_request.query is not None
        else find_persisted(graph_request.sha256 or "")
    )
    if text is None:
        # These words are part of the protocol: clients send the document when they read them.
        raise Refusal("PersistedQueryNotFound", code="PERSISTED_QUERY_NOT_FOUND", status=404)
    if (
        graph_request.query is not None
        and graph_request.sha256
        and graph_request.sha256 != sha256(text)
    ):
        raise Refusal("The hash is not that of the document.", code="PERSISTED_QUERY_HASH_MISMATCH")
    if settings.GRAPHQL_STRICT and sha256(text) not in read_manifest().texts:
        raise Refusal(
            "This server only runs documents of its manifest.",
            code="DOCUMENT_NOT_IN_MANIFEST",
            status=403,
        )
    return text


def find_persisted(key: str) -> str | None:
    if (listed := read_manifest().texts.get(key)) is not None:
        return listed
    kept = DOCUMENTS.get(key)
    return kept.decode() if kept is not None and hashlib.sha256(kept).hexdigest() == key else None


def persist_text(graph_request: GraphRequest) -> None:
    """Store the document of an answered request, for later requests that only send its hash."""
    if (
        graph_request.query is not None
        and graph_request.sha256
        and find_persisted(graph_request.sha256) is None
    ):
        DOCUMENTS.set(graph_request.sha256, graph_request.query.encode(), DOCUMENT_SECONDS)
