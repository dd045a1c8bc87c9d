"""Words that were kept from last year's report, and whether anybody has touched them since."""

import hashlib
import re
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from reports.checks.comparing.dates import YEAR
from reports.printed import printed, words
from reports.richtext import plain
from reports.rollforward.labels import Step

INTRODUCTION = "introduction"
SHORT = ("heading", "links", "picture", "download")  # to be read again if they say a number
EXCERPT = 60  # characters by which a text is known


@dataclass(frozen=True)
class Passage:
    """The words of one block, or of the page's introduction."""

    block: str
    kind: str
    label: str
    text: str

    @property
    def digest(self) -> str:
        """The same while the words are: an editor that stores them otherwise changes nothing."""
        return hashlib.sha256(" ".join(words(self.text)).encode()).hexdigest()[:16]

    @property
    def where(self) -> str:
        """How an editor knows it: by its first words."""
        return f"{self.label} › {textwrap.shorten(self.text, EXCERPT, placeholder='…')}"

    def asks(self, step: Step) -> bool:
        """Whether it may be out of date: all prose, and labels that say what is no year of now."""
        if self.kind not in SHORT:
            return bool(self.text.strip())
        fresh = {str(year) for year in range(step.target - 1, step.target + 2)}
        rest = YEAR.sub(lambda found: "" if found[0] in fresh else found[0], self.text)
        return bool(re.search(r"\d", rest))


def passages(page: Any) -> Iterator[Passage]:
    """The words of a report, from top to bottom."""
    yield Passage(INTRODUCTION, INTRODUCTION, "Chapô", plain(page.introduction))
    for child in page.body:
        text = "\n".join(printed(child.block, child.value))
        yield Passage(child.id or "", child.block_type, str(child.block.label), text)


def to_reread(page: Any, filled: Collection[str], step: Step) -> dict[str, str]:
    """Digests of what is to be read again: where nothing is to be `filled`, which would lead an
    editor there anyway.
    """
    return {
        passage.block: passage.digest
        for passage in passages(page)
        if passage.block not in filled and passage.asks(step)
    }
