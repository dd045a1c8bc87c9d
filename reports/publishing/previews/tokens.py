"""Signs and reads the tokens of review links, which are computed when needed and never stored.

A copy of the database or of a log therefore opens nothing.
"""

import re
import uuid

from django.core.signing import BadSignature, Signer

SHAPE = re.compile(r"[0-9a-f]{32}\.[0-9A-Za-z_-]{43}")  # what a path may have, and nothing else


def link_signer() -> Signer:
    """Return a signer that only accepts the present SECRET_KEY: a new key ends all links."""
    return Signer(salt="reports.preview", sep=".", fallback_keys=[])


def sign_token(key: uuid.UUID) -> str:
    """Return the token of a key, which is always the same."""
    return link_signer().sign(key.hex)


def read_token(token: str) -> uuid.UUID | None:
    """Return the key in a token with a valid signature, else None."""
    if not SHAPE.fullmatch(token):
        return None
    try:
        return uuid.UUID(hex=link_signer().unsign(token))
    except BadSignature:
        return None
