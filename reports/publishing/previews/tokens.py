"""The signed form of a link's key, which is computed when it is needed and stored nowhere.

So neither a copy of the database nor a log opens anything.
"""

import re
import uuid

from django.core.signing import BadSignature, Signer

SHAPE = re.compile(r"[0-9a-f]{32}\.[0-9A-Za-z_-]{43}")  # what a path may have, and nothing else


def link_signer() -> Signer:
    """Knows the present SECRET_KEY and none of its fallbacks: a new key ends all links."""
    return Signer(salt="reports.preview", sep=".", fallback_keys=[])


def sign_token(key: uuid.UUID) -> str:
    """The token of a key: the same each time."""
    return link_signer().sign(key.hex)


def read_token(token: str) -> uuid.UUID | None:
    """The key in a token that we signed; None for anything else."""
    if not SHAPE.fullmatch(token):
        return None
    try:
        return uuid.UUID(hex=link_signer().unsign(token))
    except BadSignature:
        return None
