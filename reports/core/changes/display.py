"""Formats values, figures and lines for comparisons, in the words of the editor's form.

It also makes the labels of trails: names of blocks, items and fields.
"""

import re
from typing import Any

from reports.core.changes.change import Trail
from reports.core.changes.reference_names import ReferenceNames
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.figures import Figure

MAX_NAME_CHARACTERS = 60
WORD = re.compile(r"\S+\s*|\s+")


def display_value(part: Part, value: Any, names: ReferenceNames) -> str:
    """Return the value of one field in the words of the form."""
    match part.role:
        case Role.REFERENCE:
            return "" if value is None else names.find_title(part.refers_to, value)
        case Role.SETTING if part.choices:
            return part.choices.get(value, value)
        case Role.SETTING if part.reads is bool:
            return "oui" if value else "non"
    return str(value)


def display_figure(figure: Figure) -> str:
    """Return a figure as it is read: typeset, else as typed; a correction is mentioned."""
    if figure.read_as is not None:
        return f"{figure.raw} (lu « {figure.read_as} »)"
    return figure.text if figure.is_number else figure.raw.strip()


def split_line(node: Node) -> list[str]:
    """Return the words and the figure of a line, each with the space after it."""
    words = [word for name in node.line_parts for word in split_words(getattr(node, name))]
    return [*words[:-1], words[-1].rstrip()] if words else words


def split_words(text: str | Figure) -> list[str]:
    """Return the words of a text, each with the space after it. A figure is one word."""
    whole = display_figure(text) if isinstance(text, Figure) else text.strip()
    if not whole:
        return []
    words = [whole] if isinstance(text, Figure) else WORD.findall(whole)
    return [*words[:-1], f"{words[-1]} "]


def is_shown(part: Part) -> bool:
    """Return whether editors see the field."""
    return part.role is not Role.BOOKKEEPING


def extend_trail(trail: Trail, part: Part) -> Trail:
    """Return the trail to a part; what opens a block, a list or a table, needs no label."""
    opens = part.role in (Role.NODES, Role.TABLE) or part.reads is tuple
    return trail if not trail and opens else (*trail, part.label)


def name_item(node: Node, rank: int) -> str:
    """Return what an item is called in a trail: its name; its number where it is one line."""
    named = "" if node.line_parts else shorten(node.display_name)
    return named or str(rank + 1)


def name_block(block: Node) -> str:
    """Return what a block is called: « Tableau d’indicateurs « Performance » »."""
    name = shorten(block.display_name)
    return f"{block.label} « {name} »" if name else block.label


def shorten(words: str, length: int = MAX_NAME_CHARACTERS) -> str:
    """Return words that fit in a trail."""
    words = " ".join(words.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
