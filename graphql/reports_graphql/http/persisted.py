"""Documents that a request names by their hash instead of sending them.

https://www.apollographql.com/docs/apollo-server/performance/apq
"""

import hashlib

from django.conf import settings

from reports_graphql.errors import Refusal
from reports_graphql.http.request import Asked
from reports_graphql.http.shelf import Shelf
from reports_graphql.manifest import manifest, sha256

SHELF = Shelf("document", size=4_194_304)
DAY = 86_400  # seconds


def text(asked: Asked) -> str:
    """The document that a request asks to run. Raises `Refusal` where there is none to run."""
    found = asked.query if asked.query is not None else known(asked.sha256 or "")
    if found is None:
        # These words are part of the protocol: clients send the document when they read them.
        raise Refusal("PersistedQueryNotFound", code="PERSISTED_QUERY_NOT_FOUND", status=404)
    if asked.query is not None and asked.sha256 and asked.sha256 != sha256(found):
        raise Refusal("The hash is not that of the document.", code="PERSISTED_QUERY_HASH_MISMATCH")
    if settings.GRAPHQL_STRICT and sha256(found) not in manifest().texts:
        raise Refusal(
            "This server only runs documents of its manifest.",
            code="DOCUMENT_NOT_IN_MANIFEST",
            status=403,
        )
    return found


def known(key: str) -> str | None:
    if (listed := manifest().texts.get(key)) is not None:
        return listed
    kept = SHELF.get(key)
    return kept.decode() if kept is not None and hashlib.sha256(kept).hexdigest() == key else None


def remember(asked: Asked) -> None:
    """Keeps the document of a request that was answered, for those who will only name it."""
    if asked.query is not None and asked.sha256 and known(asked.sha256) is None:
        SHELF.set(asked.sha256, asked.query.encode(), DAY)
