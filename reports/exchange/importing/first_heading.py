"""Takes the title of Markdown without front matter from its first line.

The line is the title if no other heading has its level. Two headings of this level with nothing
between them are the title together.
"""

import re
from typing import Any

PLAIN = re.compile(
    r"#[ \t]++((?:&\s|[^\s#*_`\[\]<>&\\{}|~^$])(?:[^*_`\[\]<>&\\{}|~^$#]|&(?=\s))*+)#*+\s*+"
)
HIGHEST = re.compile(r"#[ \t]|=+\s*$")  # in code too: then the first line stays a heading
UNDERLINE = re.compile(r" {0,3}=++\s*+")
UNDERLINED = re.compile(r"(?![-+>|=]|\d+[.)])")  # a line that is a paragraph otherwise
MAX_TITLE_CHARACTERS = 255


def take_title(front: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter with the title that opens a text, and the text without it.

    The line of the title is blank then. Both are returned as they are where the front matter has a
    title, or where the first line could be the heading of a part.
    """
    begin = len(text) - len(text.lstrip())
    first, *rest = text[begin:].split("\n")
    if rest and UNDERLINE.fullmatch(rest[0]) and UNDERLINED.match(first):
        first, rest[0] = f"# {first}", ""
    found = PLAIN.fullmatch(first)
    title = found[1].strip() if found else ""
    is_indented = text[:begin].rpartition("\n")[2]
    if not title or is_indented or len(title) > MAX_TITLE_CHARACTERS:
        return front, text
    if front.get("title") or front.get("hero_title"):
        return front, text
    second = find_second_line(rest)
    if second is not None:
        title = f"{title} – {PLAIN.sub(take_words, rest[second])}"
        rest[second] = ""
    if any(map(HIGHEST.match, rest)) or not any(map(str.strip, rest)):
        return front, text
    return {"title": title, **front}, "\n".join((text[:begin], *rest))


def find_second_line(rest: list[str]) -> int | None:
    """Return the place of the second line of a title: a heading of the same level right below."""
    place = next((place for place, line in enumerate(rest) if line.strip()), None)
    return place if place is not None and PLAIN.fullmatch(rest[place]) else None


def take_words(found: re.Match[str]) -> str:
    return found[1].strip()
