"""Lists what a draft still lacks before it can be published, for previews and checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from reports.content.blocks.references import Reference, ReferenceMixin


@dataclass(frozen=True)
class Problem:
    """One missing value: the id of its block (empty for the page itself), and a message."""

    block: str
    message: str


def find_problems(page: Page) -> list[Problem]:
    """Return what keeps `page` from being published as it is, in the order of the page."""
    return [*of_fields(page), *of_body(page)]


def of_fields(page: Page) -> Iterator[Problem]:
    if not (page.title or "").strip():
        yield Problem("", "La page n’a pas de titre.")
    if not getattr(page, "year", True):
        yield Problem("", "Le bilan n’a pas d’année.")


def of_body(page: Page) -> Iterator[Problem]:
    body = getattr(page, "body", ())
    for child in body:
        name = str(child.block.label)
        for trail, message in find_missing_values(child.block, child.value):
            yield Problem(child.id or "", " › ".join([name, *trail]) + f" : {message}")


def find_missing_values(block: blocks.Block, value: Any) -> Iterator[tuple[list[str], str]]:
    """Yield what a value of `block` lacks: the labels that lead to it, and what to do."""
    gone = set()
    for trail in find_broken_references(block, value, []):
        gone.add(tuple(trail))
        yield trail, "ce qui était choisi n’existe plus ; choisissez autre chose."
    try:
        block.clean(value)
    except ValidationError as error:
        yield from (
            (t, m) for t, m in flatten_errors(block, value, error, []) if tuple(t) not in gone
        )


def find_broken_references(
    block: blocks.Block, value: Any, trail: list[str]
) -> Iterator[list[str]]:
    """The trails of references to what has been deleted meanwhile."""
    match block:
        case ReferenceMixin():
            if isinstance(value, Reference) and value.instance is None:
                yield trail
        case blocks.BaseStructBlock():
            for name, child in block.child_blocks.items():
                yield from find_broken_references(child, value[name], [*trail, str(child.label)])
        case blocks.ListBlock():
            for place, item in enumerate(value, 1):
                yield from find_broken_references(block.child_block, item, [*trail, str(place)])


def flatten_errors(
    block: blocks.Block, value: Any, error: ValidationError, trail: list[str]
) -> Iterator[tuple[list[str], str]]:
    """The leaves of Wagtail's tree of errors, each with the labels that lead to it."""
    match error:
        case StructBlockValidationError():
            for name, below in error.block_errors.items():
                child = block.child_blocks[name]
                yield from flatten_errors(child, value[name], below, [*trail, str(child.label)])
        case ListBlockValidationError():
            for place, below in error.block_errors.items():
                where = [*trail, str(place + 1)]
                yield from flatten_errors(block.child_block, value[place], below, where)
        case _:
            yield from ((trail, message) for message in error.messages)
            return
    yield from ((trail, message) for message in map(str, error.non_block_errors))
