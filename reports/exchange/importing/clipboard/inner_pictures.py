"""Extracts the pictures that a clipboard contains as `data:` URLs."""

import base64
import binascii
import re
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from bs4 import BeautifulSoup, Tag

FOLDER = "clipboard-media"
DATA = re.compile(r"\s*data:(image/[a-z+.-]{1,20})?(;[^,]{0,80})?,", re.IGNORECASE)
WEB = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
NO_FILE = "le presse-papiers n’en a pas le fichier ; ajoutez-le au bloc."
MAX_TINY_PIXELS = 2  # pixels: a picture of this size counts readers
MAX_PICTURES = 50  # in one paste


class PictureTaker:
    """Extracts the pictures of a tree. `files` has their content by their new addresses."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def take_all(self, soup: BeautifulSoup) -> list[str]:
        """Change the addresses of pictures in place; return sentences about missing files."""
        missing = []
        for image in soup.find_all("img"):
            if is_tiny(image):
                image.extract()
                continue
            source = str(image.get("src") or "")
            image["src"] = self.take(source)
            if not image["src"]:
                alt = " ".join(str(image.get("alt") or "").split())
                name = f"Image « {alt[:80]} »" if alt else "Image"
                missing.append(f"{name} : {NO_FILE}")
            image.attrs.pop("srcset", None)
        return missing

    def take(self, source: str) -> str:
        """Return the new address of a picture; "" if the clipboard has only a file name."""
        found = DATA.match(source)
        if found is None:
            return source if WEB.match(source) else ""
        data = decode(source[found.end() :], (found[2] or "").lower().endswith(";base64"))
        if not data or len(self.files) >= MAX_PICTURES:
            return ""
        suffix = (found[1] or "image/bin").lower().removeprefix("image/").replace("jpeg", "jpg")
        address = f"{FOLDER}/{sha256(data).hexdigest()[:16]}.{suffix}"
        self.files[address] = data
        return address


def decode(text: str, is_base64: bool) -> bytes:
    if not is_base64:
        return unquote_to_bytes(text)
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def is_tiny(image: Tag) -> bool:
    sides = [str(image.get(name) or "").strip() for name in ("width", "height")]
    return all(
        side.isascii() and side.isdigit() and int(side[:9]) <= MAX_TINY_PIXELS for side in sides
    )
