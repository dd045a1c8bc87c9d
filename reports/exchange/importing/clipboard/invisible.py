"""Removes from a clipboard what no reader saw: hidden text, deletions, comments and scripts."""

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
COMMENT = re.compile(r"mso-element\s*:\s*comment|mso-comment-reference", re.IGNORECASE)
COMMENT_MARK = re.compile(r"#(?:_?msocom|_msoanchor|cmnt)", re.IGNORECASE)
COMMENT_CLASSES = {"MsoCommentReference", "MsoCommentText"}
ACTIVE = ("script", "iframe", "object", "embed", "noscript", "template", "svg", "canvas", "video")
ACTIVE_TOO = ("audio", "math", "applet", "frame", "frameset", "map", "dialog")
DELETED = "Texte supprimé dans le suivi des modifications, laissé de côté"
MAX_QUOTE_CHARACTERS = 80  # characters of what was left out that a notice quotes


def remove_invisible(soup: BeautifulSoup) -> list[str]:
    """Remove invisible content from a tree; return sentences about it."""
    notices = []
    for tag in soup.find_all("style"):
        tag.extract()
    for tag in take_out(soup.find_all([*ACTIVE, *ACTIVE_TOO])):
        notices.append(f"<{tag.name}> retiré.")
    if any(has_words(tag) for tag in take_out(soup.find_all(is_comment))):
        notices.append("Commentaires laissés de côté.")
    deleted = list(filter(has_words, take_out(soup.find_all(is_deletion))))
    if deleted:
        notices.append(f"{DELETED} : {quote(deleted)}.")
    hidden = list(filter(has_words, take_out(soup.find_all(is_hidden))))
    if hidden:
        notices.append(f"Texte masqué laissé de côté : {quote(hidden)}.")
    return list(dict.fromkeys(notices))


def take_out(tags: Sequence[Tag]) -> list[Tag]:
    for tag in tags:
        tag.extract()
    return list(tags)


def has_words(tag: Tag) -> bool:
    return bool(tag.get_text().strip())


def is_hidden(tag: Tag) -> bool:
    """Return whether an element is hidden by its own attributes or style."""
    return tag.has_attr("hidden") or HIDDEN.search(str(tag.get("style") or "")) is not None


def is_deletion(tag: Tag) -> bool:
    """Return whether an element is a tracked deletion that nobody has accepted yet."""
    if "msoDel" in tag.get_attribute_list("class"):
        return True
    return tag.name == "del" and (tag.has_attr("cite") or tag.has_attr("datetime"))


def is_comment(tag: Tag) -> bool:
    """Return whether an element is a comment of a word processor, or its mark."""
    if COMMENT.search(str(tag.get("style") or "")):
        return True
    if not COMMENT_CLASSES.isdisjoint(tag.get_attribute_list("class")):
        return True
    if tag.name == "comment":
        return True  # Calc's
    return tag.name == "a" and COMMENT_MARK.search(str(tag.get("href") or "")) is not None


def quote(tags: Sequence[Tag]) -> str:
    words = " ".join(" ".join(tag.get_text(" ") for tag in tags).split())
    return (
        f"« {words if len(words) <= MAX_QUOTE_CHARACTERS else f'{words[:MAX_QUOTE_CHARACTERS]}…'} »"
    )
