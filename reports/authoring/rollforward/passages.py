"""Finds texts that were copied from last year's report, and whether they were edited since."""

import hashlib
import re
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from reports.authoring.rollforward.labels import Step
from reports.core.comparison.dates import YEAR
from reports.core.document import Document
from reports.core.document.visible_text import iterate_node_texts
from reports.core.text.rich_text import plain
from reports.core.text.words import split_words

INTRODUCTION = "introduction"
EXCERPT_CHARACTERS = 60  # characters by which a text is known


@dataclass(frozen=True)
class Passage:
    """The text of one block, or of the page's introduction."""

    block: str
    label: str
    text: str
    is_prose: bool = True

    @property
    def digest(self) -> str:
        """A digest of the words alone, so that a change of their markup does not count as an
        edit.
        """
        return hashlib.sha256(" ".join(split_words(self.text)).encode()).hexdigest()[:16]

    @property
    def where(self) -> str:
        """The label under which an editor finds it, with its first words."""
        return f"{self.label} › {textwrap.shorten(self.text, EXCERPT_CHARACTERS, placeholder='…')}"

    def needs_rereading(self, step: Step) -> bool:
        """Return whether the text may be outdated, like all prose, and labels with other years."""
        if self.is_prose:
            return bool(self.text.strip())
        fresh = {str(year) for year in range(step.target - 1, step.target + 2)}
        rest = YEAR.sub(lambda found: "" if found[0] in fresh else found[0], self.text)
        return bool(re.search(r"\d", rest))


def read_introduction(page: Any) -> Passage:
    """Return the words of a report’s introduction."""
    return Passage(INTRODUCTION, "Chapô", plain(page.introduction))


def iterate_passages(page: Any, document: Document) -> Iterator[Passage]:
    """Yield the texts of a report, from top to bottom."""
    yield read_introduction(page)
    for block in document.blocks:
        text = "\n".join(iterate_node_texts(block))
        yield Passage(block.id, block.label, text, block.is_prose)


def digest_passages(
    page: Any, document: Document, filled: Collection[str], step: Step
) -> dict[str, str]:
    """Return the digests of the texts to reread.

    Texts with a field that has to be `filled` are left out, because the editor goes there anyway.
    """
    return {
        passage.block: passage.digest
        for passage in iterate_passages(page, document)
        if passage.block not in filled and passage.needs_rereading(step)
    }
