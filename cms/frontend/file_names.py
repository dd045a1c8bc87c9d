"""Names the downloaded files of a block after its title."""

from typing import Any

from django.utils.text import slugify

MAX_NAME_CHARACTERS = 60  # characters of the words


def name_block(body: list[dict[str, Any]], id: str) -> str:
    """Return the title of a block as a part of a file name: « services-par-incubateur ».

    A block without a title is named after its section, or else by the first characters of its id.
    """
    section = ""
    for block in body:
        if block["__typename"] == "HeadingBlock":
            section = block["title"]
        if block["id"] == id:
            words = block.get("title") or block.get("caption") or section
            return shorten(slugify(words)) or id[:8]
    return id[:8]


def shorten(words: str) -> str:
    """Return as many whole words as fit into the limit."""
    if len(words) <= MAX_NAME_CHARACTERS:
        return words
    return words[: MAX_NAME_CHARACTERS + 1].rpartition("-")[0] or words[:MAX_NAME_CHARACTERS]
