"""Removes tags of Word that browsers do not show, and recognises the marks of its list items.

Word saves a list as paragraphs: each begins with its mark, « · » or « 1. », then a span of spaces
in small letters. The mark is not a word of the report. The importer and the independent reader of
`visible` both use this module.
"""

import re

OFFICE = re.compile(r"\bmso-|\bclass=[\"']?Mso")
HIDDEN_TAG = re.compile(r"</?(?:o|w|v|m|st\d):[a-zA-Z][^<>]*>|<!\[(?:if|endif)[^<>]*(?<!--)>")
IGNORED = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
SPACER = re.compile(r"font:\s*7(?:\.0)?pt", re.IGNORECASE)
LEVEL = re.compile(r"mso-list:\s*l\d{1,4}\s+level(\d)", re.IGNORECASE)
MARGIN = re.compile(r"margin-left:\s*(\d{1,4}(?:\.\d{1,4})?)(pt|cm|in)", re.IGNORECASE)
POINTS_PER_UNIT = {"pt": 1.0, "cm": 28.35, "in": 72.0}
LIST_CLASS = "MsoList"
NUMBERED = re.compile(r"\(?(?:(?:\d{1,3}\.)+|(?:\d{1,3}\.){0,8}\d{1,3}\)|[a-zA-Z]{1,5}[.)])")
BULLET_LETTERS = {"o", "§", "ü", "Ø", "v", "q"}  # dots, ticks and arrows in the font of a bullet
MAX_MARK_CHARACTERS = 20


def drop_hidden_tags(text: str) -> str:
    """Return text without tags of Word that have no meaning for readers: `<o:p>`, `<![if …]>`."""
    if not OFFICE.search(text):
        return text
    return HIDDEN_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)


def is_mark(text: str) -> bool:
    """Return whether a text is the mark of a list item."""
    text = text.strip()
    return 0 < len(text) <= MAX_MARK_CHARACTERS and (
        text in BULLET_LETTERS
        or is_number(text)
        or not any(character.isalnum() for character in text)
    )


def is_number(text: str) -> bool:
    """Return whether a mark numbers its item."""
    return NUMBERED.fullmatch(text.strip()) is not None


def is_listed(classes: object, style: str) -> bool:
    """Return whether a paragraph may be an item: by its class, or by its style."""
    return LIST_CLASS in str(classes) or LEVEL.search(style) is not None


def read_indent(style: str) -> tuple[int | None, float]:
    """Return the level of a list item if its style states it, and its indent in points."""
    level, margin = LEVEL.search(style), MARGIN.search(style)
    points = float(margin[1]) * POINTS_PER_UNIT[margin[2].lower()] if margin else 0.0
    return (int(level[1]) if level else None), points
