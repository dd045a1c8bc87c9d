"""Writes and reads the segments of an address: ids and names in characters that need no escape.

A UUID becomes 22 characters of Base64. A name of letters, digits, `-` and `_` is written as it is.
Any other text, an empty one too, becomes `~` and its UTF-8 in Base64. The Base64 is that of URLs,
without padding.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

UUID_CHARACTERS = 22
NAME = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
CANONICAL_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
OTHER = "~"
EMPTY = OTHER  # an empty text as it is written


class AddressError(ValueError):
    """Raised when a text is not an address, or parts do not form one."""


def write_id(id: str) -> str:
    """Return the segment of an id, or of a name in its place."""
    if CANONICAL_UUID.fullmatch(id):
        return encode(UUID(id).bytes)
    return write_other(id) if len(id) == UUID_CHARACTERS else write_name(id)


def write_name(name: str) -> str:
    """Return the segment of a name that is never a UUID in short."""
    return name if NAME.fullmatch(name) else write_other(name)


def write_other(text: str) -> str:
    return OTHER + encode(text.encode("utf-8", "surrogatepass"))


def read_id(segment: str) -> str:
    """Return the id or the name that a segment is."""
    if len(segment) == UUID_CHARACTERS and not segment.startswith(OTHER):
        return str(UUID(bytes=decode(segment)))
    return read_name(segment)


def read_name(segment: str) -> str:
    """Return the name that a segment is."""
    if segment.startswith(OTHER):
        try:
            return decode(segment[1:]).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise AddressError(f"{segment[:50]!r} is not UTF-8") from error
    if not NAME.fullmatch(segment):
        raise AddressError(f"{segment[:50]!r} is not a segment of an address")
    return segment


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    if text and not NAME.fullmatch(text):
        raise AddressError(f"{text[:50]!r} has other letters than Base64")
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise AddressError(f"{text[:50]!r} is not Base64") from error
