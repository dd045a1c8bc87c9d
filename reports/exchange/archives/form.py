"""The names of the files of an archive below `data/`, and the limits of their sizes."""

import re

from django.conf import settings

SCHEMA_VERSION = 1
"""The number of the form that is written. Greater numbers are refused."""

REPORT = "report.json"
VERSIONS = "versions.json"
CORRECTIONS = "corrections.json"
STATEMENTS = "earlier_statements.json"
ACKNOWLEDGEMENTS = "acknowledgements.json"
MEDIA = "media.json"
FILES = "files/"
"""The folder of files, each under the name that it is stored by."""

ALGORITHMS = ("sha256", "sha512")
"""The hashes of the manifests. The first is asked of every file that is read."""
TAG_FILES = {
    *("bagit.txt", "bag-info.txt"),
    *(f"{kind}-{name}.txt" for kind in ("manifest", "tagmanifest") for name in ALGORITHMS),
}

MAX_FILES = 5_000
MAX_JSON_BYTES = 10_000_000  # bytes of a JSON file; a version of a real report has 80,000
MAX_JSON_VALUES = 400_000  # values of a JSON file, about; they take memory that their bytes do not
MAX_DESCRIPTION_BYTES = 100_000  # bytes of a file of BagIt that lists no files
MAX_MANIFEST_BYTES = 500 * MAX_FILES  # bytes: a hash and a name for each file
MAX_DOCUMENT_SIZES = 20  # times what one document may have, for the files of an archive together

SEGMENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}")
"""A part of a path in an archive."""


def name_records(kind: str) -> str:
    """Return the name of the file of the records of a kind."""
    return f"records/{kind}.json"


def name_version(number: int, part: str = "") -> str:
    """Return the name of a file of a version: its content, its surroundings or its drawings."""
    return f"versions/{number}.{part}.json" if part else f"versions/{number}.json"


def find_limit(name: str) -> int:
    """Return how many bytes a file below `data/` may have."""
    if not name.startswith(FILES):
        return MAX_JSON_BYTES
    is_document = name.startswith(f"{FILES}documents/")
    return int(
        settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
        if is_document
        else settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    )


def find_tag_limit(name: str) -> int:
    """Return how many bytes a file of BagIt's own may have."""
    return MAX_MANIFEST_BYTES if "manifest" in name else MAX_DESCRIPTION_BYTES


def find_total_limit() -> int:
    """Return how many bytes the files of an archive may have together."""
    return int(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE) * MAX_DOCUMENT_SIZES
