"""Stores bytes that versions share, compressed, by their SHA-256."""

import hashlib
import json
import unicodedata
import zlib
from typing import Any

from reports.publishing.models import StoredContent

COMPRESSION_LEVEL = 9


def dump_json(value: Any) -> bytes:
    """Return canonical JSON: equal values have equal bytes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def store(data: bytes) -> str:
    """Store bytes unless they are already stored; return their SHA-256."""
    sha256 = digest(data)
    if not StoredContent.objects.filter(pk=sha256).exists():
        row = StoredContent(sha256=sha256, data=zlib.compress(data, COMPRESSION_LEVEL))
        StoredContent.objects.bulk_create([row], ignore_conflicts=True)
    return sha256


def load(digests: list[str]) -> dict[str, bytes]:
    """Return the stored bytes of each SHA-256, in one statement."""
    rows = StoredContent.objects.filter(pk__in=digests).values_list("pk", "data")
    return {sha256: zlib.decompress(data) for sha256, data in rows}
