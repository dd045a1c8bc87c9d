"""The title of Markdown without front matter: its first line, if no other heading is as high."""

import re
from typing import Any

PLAIN = re.compile(r"#[ \t]++([^\s#*_`\[\]<>&\\{}|~^$][^*_`\[\]<>&\\{}|~^$#]*+)#*+\s*+")
HIGHEST = re.compile(r"#[ \t]|=+\s*$")  # in code too: then the first line stays a heading
LONGEST = 255  # characters


def take_title(front: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter with the title that opens a text, and the text without it.

    The line of the title is blank then. Both are returned as they are where the front matter has a
    title, or where the first line could be the heading of a part.
    """
    begin = len(text) - len(text.lstrip())
    first, *rest = text[begin:].split("\n")
    found = PLAIN.fullmatch(first)
    title = found[1].strip() if found else ""
    is_indented = text[:begin].rpartition("\n")[2]
    if not title or is_indented or len(title) > LONGEST:
        return front, text
    if front.get("title") or front.get("hero_title"):
        return front, text
    if any(map(HIGHEST.match, rest)) or not any(map(str.strip, rest)):
        return front, text
    return {"title": title, **front}, "\n".join((text[:begin], *rest))
