"""The names under which files of one block are saved: they say what is in them."""

from typing import Any

from django.utils.text import slugify

MAX_NAME_CHARACTERS = 60  # characters of the words


def name_block(body: list[dict[str, Any]], id: str) -> str:
    """Return the title of a block as the part of a name: « services-par-incubateur ».

    One without a title is called as its section, one without either by the beginning of its id.
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
    """Return whole words, as many as have room."""
    if len(words) <= MAX_NAME_CHARACTERS:
        return words
    return words[: MAX_NAME_CHARACTERS + 1].rpartition("-")[0] or words[:MAX_NAME_CHARACTERS]
