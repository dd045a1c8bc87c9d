"""A value in the words of the form that it is typed in."""

from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock
from reports.blocks.fitting import labels
from reports.blocks.references import ReferenceMixin
from reports.blocks.text import ListedFactBlock
from reports.revisions import naming
from reports.revisions.change import Trail
from reports.revisions.words import parts
from reports.tables import TableBlock

HIDDEN = "bilan-hidden"  # the form's class of what no editor sees
FACT = {"lead", "before", "figure", "after"}


def said(block: Any, value: Any) -> str:
    """The value of one field in the words of the form."""
    match block:
        case blocks.ChoiceBlock():
            return labels(block).get(value, value) or "" if value else ""
        case blocks.BooleanBlock():
            return "oui" if value else "non"
        case ReferenceMixin():
            return "" if value is None else str(value) or "fiche supprimée"
    return "" if value is None else str(value)


def shown(block: Any) -> bool:
    return HIDDEN not in (getattr(block.meta, "form_classname", "") or "")


def fact(value: Any) -> list[str]:
    """A fact's line in parts."""
    found = parts(value.get("lead") or "", value["before"], value["figure"], value["after"])
    return [*found[:-1], found[-1].rstrip()] if found else found


def below(trail: Trail, child: Any) -> Trail:
    """The label of a child; a block that is one list or one table has said its own."""
    opens = not trail and isinstance(child, blocks.ListBlock | TableBlock)
    return () if opens else (str(child.label),)


def source(value: Any) -> str:
    return value.source if value else ""


def listed(value: Any) -> list[Any]:
    return list(value.bound_blocks) if value is not None else []


def called(block: Any, value: Any, place: int) -> str:
    """What an item is called in a trail: its name, or its number where its name is all of it."""
    if isinstance(block, FactBlock | ListedFactBlock | blocks.CharBlock):
        return str(place + 1)
    return naming.name(block, value) or str(place + 1)
