"""Extracts the pictures of a Word document, which the import stores like files beside it."""

import zipfile
from hashlib import sha256
from typing import Any

FOLDER = "word-media"
MAX_PICTURES = 500
MAX_PICTURE_BYTES = 60_000_000  # bytes of all pictures, one that stands in two places counted twice
NO_FILE = {"src": ""}


class PictureCollector:
    """Collects the pictures that mammoth converts. `files` has their content by address."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.left = MAX_PICTURE_BYTES

    def take(self, image: Any) -> dict[str, str]:
        """Return the HTML attributes of a picture: its address, or "" if its file is not taken."""
        try:
            with image.open() as file:
                data = file.read(self.left + 1)
        except (KeyError, OSError, ValueError, zipfile.BadZipFile):  # missing, or elsewhere
            return NO_FILE
        if not data or len(data) > self.left:
            return NO_FILE
        self.left -= len(data)
        extension = str(image.content_type or "").rpartition("/")[2].replace("jpeg", "jpg")
        address = f"{FOLDER}/{sha256(data).hexdigest()[:16]}.{extension or 'bin'}"
        if address not in self.files and len(self.files) >= MAX_PICTURES:
            return NO_FILE
        self.files[address] = data
        return {"src": address}
