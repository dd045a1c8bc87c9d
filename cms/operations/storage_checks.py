"""System checks of the file storage: `manage.py check` names settings that contradict each
other.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

HINT = "See docs/operators.md."
BUCKET_ALONE = (
    "S3_ENDPOINT_URL",
    "S3_REGION",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
    "S3_PREFIX",
)


def check_storage(**kwargs: Any) -> list[CheckMessage]:
    """Report each contradiction in one sentence, without printing values."""
    errors = [Error(text, hint=HINT, id=id) for id, text in find_contradictions()]
    return [*errors, *(Warning(text, hint=HINT, id=id) for id, text in find_surprises())]


def find_contradictions() -> Iterator[tuple[str, str]]:
    if not settings.S3_BUCKET:
        for name in BUCKET_ALONE:
            if getattr(settings, name):
                yield "cms.E020", f"{name} is set, but S3_BUCKET is not: files would stay here."
        if settings.FILES_DELIVERY == "signed":
            yield "cms.E021", "FILES_DELIVERY=signed needs S3_BUCKET."
    elif settings.FILES_DELIVERY == "signed" and not settings.S3_ENDPOINT_URL:
        yield "cms.E022", "FILES_DELIVERY=signed needs S3_ENDPOINT_URL: pages name that origin."
    if bool(settings.S3_ACCESS_KEY_ID) != bool(settings.S3_SECRET_ACCESS_KEY):
        absent = "S3_SECRET_ACCESS_KEY" if settings.S3_ACCESS_KEY_ID else "S3_ACCESS_KEY_ID"
        yield (
            "cms.E023",
            f"{absent} is not set: set both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.",
        )
    endpoint = urlsplit(settings.S3_ENDPOINT_URL)
    if settings.S3_ENDPOINT_URL and (
        not endpoint.hostname or endpoint.path.strip("/") or endpoint.query or endpoint.username
    ):
        yield (
            "cms.E024",
            "S3_ENDPOINT_URL is not a scheme and a host alone: S3_BUCKET names the bucket.",
        )


def find_surprises() -> Iterator[tuple[str, str]]:
    is_public = not settings.DEMO_ACCOUNTS_ALLOWED
    if is_public and settings.S3_ENDPOINT_URL.startswith("http://"):
        yield "cms.W020", "S3_ENDPOINT_URL is http: files travel in clear text."
