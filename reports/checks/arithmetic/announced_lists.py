"""Pairs a number that announces a list (« Nos 5 axes : ») with the block that is the list.

The rules in `rules.counts` compare the number with the size of the list.
"""

from collections.abc import Iterator

from reports.checks.arithmetic import list_sizes
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Block
from reports.core.reading.statement import Statement

LOOSE = ("fact_list", "paragraph")
MAX_WAITING = 20


def find_announced_lists(report: Reading) -> Iterator[tuple[Statement, Block]]:
    """Yield each number that announces a list, with the block that is the list.

    It is the first block below the same heading whose items have the announced noun. A list of a
    kind that may contain anything (`LOOSE`) must follow the sentence directly.
    """
    waiting: list[Statement] = []
    for block in report.blocks:
        if block.kind == "heading":
            waiting = []
        for statement in tuple(waiting):
            noun = sentence.counted_noun(statement)
            is_list = list_sizes.can_be_called(block, noun) and list_sizes.count_items(block)
            is_far = block.kind in LOOSE and statement.place.rank < block.place.rank - 1
            if is_list and not is_far:
                waiting.remove(statement)
                yield statement, block
        if block.kind == "heading" or block.node.is_running_text:
            numbers = report.stated_at.get(block.place.rank, ())
            opening = [s for s in numbers if block.kind == "heading" or is_announcement(s, block)]
            waiting = (waiting + opening)[-MAX_WAITING:]


def is_announcement(statement: Statement, block: Block | None = None) -> bool:
    """Return whether the sentence of a number ends in a colon; in `block`, as its last line."""
    words = sentence.words_after(statement)
    if not words.rstrip().endswith(":") or len(words) < len(statement.after):
        return False
    if block is None or not (html := block.node.text.running_html):
        return True
    return list_sizes.plain_end(html).endswith(statement.after.strip())
