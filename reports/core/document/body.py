"""Reads stored bodies as documents: the blocks of a report in order, with outline and notes."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from reports.core.document import figure_blocks, media_blocks, service_blocks, text_blocks
from reports.core.document.block import BLOCKS, Block, UnknownBlock
from reports.core.document.notes import Note, collect_notes, number_notes
from reports.core.document.outline import Section, number_headings
from reports.core.document.references import collect_references
from reports.core.figures.locale import FRENCH, Locale, current_locale, use_locale
from reports.core.text.notes import has_notes

FAMILIES = (text_blocks, figure_blocks, service_blocks, media_blocks)
"""The modules that register blocks."""


T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """The content of a report, from top to bottom. Values computed from its blocks are cached."""

    blocks: tuple[Block, ...] = ()
    locale: Locale = FRENCH
    """The language in which its figures were read."""

    @cached_property
    def derived(self) -> dict[Any, Any]:
        """What others have worked out of the blocks, by what they name it: see `derive`."""
        return {}

    def derive(self, work_out: Callable[..., T], *arguments: Hashable) -> T:
        """Return what a function works out of this document, worked out once."""
        key = work_out, arguments
        if key not in self.derived:
            self.derived[key] = work_out(self, *arguments)
        found: T = self.derived[key]
        return found

    @property
    def known_blocks(self) -> tuple[Block, ...]:
        """The blocks less those of a type that this version does not know."""
        return tuple(block for block in self.blocks if not isinstance(block, UnknownBlock))

    @cached_property
    def placed_blocks(self) -> tuple[tuple[Block, Section | None], ...]:
        """Each block with the section that it stands in: its own, if it is a heading."""
        return tuple(number_headings(self.blocks))

    @cached_property
    def sections(self) -> dict[int, Section | None]:
        """The sections of `placed_blocks`, by the identity of the block."""
        return {id(block): section for block, section in self.placed_blocks}

    @cached_property
    def outline(self) -> tuple[Section, ...]:
        """The sections in the order of their headings."""
        return tuple(s for block, s in self.placed_blocks if s and s.heading is block)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes that the texts of blocks call, in the order of their numbers."""
        return collect_notes(self.blocks)

    @cached_property
    def references(self) -> dict[str, set[Any]]:
        """What the blocks refer to: row ids and keys by kind, links in rich text included."""
        return collect_references(self.blocks)


def read(stored: Any, locale: Locale | None = None) -> Document:
    """Read a stored body of any age: a list of blocks, or JSON of one.

    Its figures are read in the language and the currency of `locale`, by default those of the
    report that is being read. A block of a type that this version does not know is an
    `UnknownBlock`.
    """
    locale = locale or current_locale()
    may_have_notes = not isinstance(stored, str) or has_notes(stored)
    if isinstance(stored, str):
        try:
            stored = json.loads(stored) if stored else []
        except ValueError:
            return Document(locale=locale)
    listed: Iterable[Any] = stored if isinstance(stored, list | tuple) else [stored]
    with use_locale(locale):
        blocks = tuple(read_block(each) for each in listed if each)
    return Document(number_notes(blocks) if may_have_notes else blocks, locale)


def read_block(stored: Any) -> Block:
    """Read one stored block: its type, its id and its value."""
    if not isinstance(stored, dict):
        return UnknownBlock(raw=stored)
    block_type, id = stored.get("type"), stored.get("id")
    id = id if isinstance(id, str) else "" if id is None else str(id)
    cls = BLOCKS.get(block_type) if isinstance(block_type, str) else None
    if cls is None:
        return UnknownBlock(id=id, unknown_type=str(block_type or ""), raw=stored.get("value"))
    return cls.from_stored(stored.get("value"), id)
