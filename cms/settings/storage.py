"""Settings of the storage of files and drawings: the folder MEDIA_ROOT, or S3_BUCKET."""

import re

from cms.settings import environment
from cms.settings.extras import require_extra

BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]")
PREFIX = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")

S3_BUCKET = environment.read_matching("S3_BUCKET", BUCKET, "is the name of a bucket alone")
if S3_BUCKET:
    require_extra("s3", "S3_BUCKET")
S3_ENDPOINT_URL = environment.read_url("S3_ENDPOINT_URL", ("http", "https")).rstrip("/")
S3_REGION = environment.read_text("S3_REGION")
S3_ACCESS_KEY_ID = environment.read_text("S3_ACCESS_KEY_ID")
S3_SECRET_ACCESS_KEY = environment.read_text("S3_SECRET_ACCESS_KEY")
S3_PREFIX = environment.read_matching(
    "S3_PREFIX", PREFIX, "is a path such as bilan/media, without a slash at its ends"
)
S3_CONNECT_SECONDS = environment.read_integer("S3_CONNECT_SECONDS", 2, least=1)
S3_READ_SECONDS = environment.read_integer("S3_READ_SECONDS", 5, least=1)
S3_RETRIES = environment.read_integer("S3_RETRIES", 1)

# `served` through Bilan, or `signed`: by a redirect to an address in the bucket.
FILES_DELIVERY = environment.read_choice("FILES_DELIVERY", ("served", "signed"), "served")
# No longer than caches may keep a file: what becomes private is gone within an hour.
FILES_SIGNED_SECONDS = environment.read_integer("FILES_SIGNED_SECONDS", 300, least=10, most=3600)

STORAGES = {
    "default": {
        "BACKEND": "reports.content.storage.bucket.BucketStorage"
        if S3_BUCKET
        else "reports.content.storage.folder.FolderStorage"
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
