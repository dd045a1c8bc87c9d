"""What an editor calls a block or an item: the words by which it is found again in the page."""

from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock
from reports.blocks.text import ListedFactBlock
from reports.revisions.words import parts
from reports.richtext import plain

NAMES = ("name", "caption", "title", "text", "lead", "heading")
LONGEST = 60


def name(block: Any, value: Any) -> str:
    """The name of a value, or nothing."""
    match block:
        case FactBlock() | ListedFactBlock():
            found = "".join(parts(value["before"] or "", value["figure"], value["after"] or ""))
        case blocks.BaseStructBlock():
            found = next(filter(None, (text(value.get(child)) for child in NAMES)), "")
        case blocks.CharBlock():
            found = value or ""
        case _:
            found = ""
    return short(found)


def text(value: Any) -> str:
    """A text, or the words of rich text."""
    return value.strip() if isinstance(value, str) else plain(getattr(value, "source", ""))


def short(words: str, longest: int = LONGEST) -> str:
    """Words that fit in a trail."""
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def titled(block: Any, value: Any) -> str:
    """« Tableau d’indicateurs « Performance » »."""
    label, found = str(block.label), name(block, value)
    return f"{label} « {found} »" if found else label
