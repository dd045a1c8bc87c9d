"""Numbers that announce a list."""

from collections.abc import Iterator

from reports.checks.arithmetic import listing
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Block
from reports.checks.reading.statement import Statement

LOOSE = ("fact_list", "paragraph")
INTRODUCING = ("heading", "paragraph", "callout")
MOST_WAITING = 20


def introduced(report: Reading) -> Iterator[tuple[Statement, Block]]:
    """Each number that announces a block, and the block: the first that can be so called below
    the same heading; a list that may be of anything comes right after the sentence.
    """
    waiting: list[Statement] = []
    for block in report.blocks:
        if block.kind == "heading":
            waiting = []
        for statement in tuple(waiting):
            noun = sentence.noun(statement)
            if not listing.fits(block, noun) or not listing.count(block):
                continue
            if block.kind in LOOSE and statement.place.rank < block.place.rank - 1:
                continue
            waiting.remove(statement)
            yield statement, block
        if block.kind in INTRODUCING:
            found = report.stated_at.get(block.place.rank, ())
            opening = [s for s in found if block.kind == "heading" or opens(s, block)]
            waiting = (waiting + opening)[-MOST_WAITING:]


def opens(statement: Statement, block: Block | None = None) -> bool:
    """Whether the sentence of a number ends in a colon; in `block`, as its last line."""
    words = sentence.after(statement)
    if not words.rstrip().endswith(":") or len(words) < len(statement.after):
        return False
    if block is None or not (html := block.value["text"].source):
        return True
    return listing.plain_end(html).endswith(statement.after.strip())
