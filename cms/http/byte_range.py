"""Parses the part of a file that a request asks for (RFC 9110, 14)."""

import re

from django.http import HttpRequest

SINGLE = re.compile(r"bytes=(\d{1,15})?-(\d{1,15})?", re.ASCII | re.IGNORECASE)


class UnsatisfiableRange(ValueError):
    """Raised when a range begins after the end of the file."""


def is_range_request(request: HttpRequest, etag: str) -> bool:
    """Return whether a request is for one range of the file with this `ETag`.

    `If-Range` asks for the whole file if it has changed. Several ranges and other units are
    answered with the whole file, as the RFC allows.
    """
    condition = request.headers.get("If-Range")
    wanted = SINGLE.fullmatch(request.headers.get("Range", "").strip())
    has_bound = wanted is not None and any(wanted.groups())
    return request.method == "GET" and has_bound and condition in (None, etag)


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first byte and the one after the last; None for a meaningless range.

    Raises UnsatisfiableRange.
    """
    wanted = SINGLE.fullmatch(header.strip())
    if wanted is None:
        return None
    first, last = wanted.groups()
    if first is None:
        start, stop = max(size - int(last), 0), size
    else:
        start, stop = int(first), size if last is None else min(int(last) + 1, size)
        if last is not None and int(last) < start:
            return None
    if start >= size or start >= stop:
        raise UnsatisfiableRange
    return start, stop
