"""Cache tags of records, with which caches purge the answers about a record."""

from functools import lru_cache
from urllib.parse import quote


@lru_cache(4_096)
def cache_tag(kind: str, key: str) -> str:
    """Return the cache tag of a record, for example `service-mano`."""
    return f"{kind}-{quote(key)}"
