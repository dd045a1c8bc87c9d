from functools import lru_cache
from urllib.parse import quote


@lru_cache(4_096)
def tag(kind: str, key: str) -> str:
    """By what name caches know the answers that speak of one record: `service-tchap`."""
    return f"{kind}-{quote(key)}"
