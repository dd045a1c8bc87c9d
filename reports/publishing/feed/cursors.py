"""Opaque cursors of the change feed, which only this server can read.

A rank is encrypted by a key stream that its own keyed digest selects (as in AES-SIV, with HMAC).
Equal positions have equal cursors, no number is visible, and a cursor cannot be forged.
"""

import base64
import hmac
from hashlib import sha256

from django.conf import settings

SALT = b"bilan.feed.cursor"
TAG_BYTES, RANK_BYTES = 12, 8


class InvalidCursor(ValueError):
    """Raised for a cursor that this server has not issued for this site."""


def make_cursor(site: int, rank: int) -> str:
    """Return the cursor of a rank in the feed of a site."""
    return encrypt(str(settings.SECRET_KEY), site, rank)


def read_cursor(site: int, cursor: str) -> int:
    """Return the rank in a cursor. Raises `InvalidCursor`."""
    try:
        data = base64.urlsafe_b64decode(cursor.encode())
    except ValueError:
        raise InvalidCursor from None
    if len(data) == TAG_BYTES + RANK_BYTES:
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            hidden = int.from_bytes(data[TAG_BYTES:])
            rank = hidden ^ make_stream(str(key), data[:TAG_BYTES])
            if hmac.compare_digest(encrypt(str(key), site, rank), cursor):
                return rank
    raise InvalidCursor


def encrypt(key: str, site: int, rank: int) -> str:
    tag = make_digest(key, b"%d:%d" % (site, rank))[:TAG_BYTES]
    hidden = rank ^ make_stream(key, tag)
    return base64.urlsafe_b64encode(tag + hidden.to_bytes(RANK_BYTES)).decode()


def make_stream(key: str, tag: bytes) -> int:
    return int.from_bytes(make_digest(key, b"stream" + tag)[:RANK_BYTES])


def make_digest(key: str, message: bytes) -> bytes:
    return hmac.digest(SALT + key.encode(), message, sha256)
