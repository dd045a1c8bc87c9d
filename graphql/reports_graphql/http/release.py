"""Hashes the code and the limits that answers come from, as a part of cache keys."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

import reports
import reports_graphql

NAMES = ("*.py", "*.html", "*.graphql")


@cache
def release_hash() -> str:
    """Return a hash of the code and the limits, 32 hexadecimal digits.

    During an upgrade, processes of two releases may share a cache.
    """
    digest = hashlib.blake2b(digest_size=16)
    for package in (reports, reports_graphql):
        root = Path(package.__path__[0])
        for file in sorted(path for name in NAMES for path in root.rglob(name)):
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    limits = {n: getattr(settings, n) for n in dir(settings) if n.startswith("GRAPHQL_MAX_")}
    digest.update(repr(sorted(limits.items())).encode())
    return digest.hexdigest()
