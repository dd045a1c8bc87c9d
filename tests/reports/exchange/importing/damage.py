"""Real reports with tags taken out, and what the importer makes of them.

`python -m tests.reports.exchange.importing.damage` takes out every closing tag of both
files alone, with and without the rest of its line, every opening tag, and 1,000
pairs; it prints a table.
"""

import itertools
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CLOSING = re.compile(r"</([a-zA-Z0-9]+)>")
OPENING = re.compile(r"<([a-zA-Z0-9]+)(?=[\s>])[^>]*>")


@dataclass(frozen=True)
class Reading:
    """What the importer reads in a file: its words and its charts' data, or why it refuses."""

    words: tuple[str, ...] = ()
    data: tuple[Any, ...] = ()
    refusal: str = ""


@dataclass(frozen=True)
class Piece:
    """A tag of a file, with its line and that of its partner."""

    name: str
    start: int
    end: int
    line: int
    partner: int


def read(data: bytes | str, accepted: int | None = None) -> Reading:
    """Read a report as an import does, without a database."""
    from reports.core.refusal import Refusal
    from reports.exchange.importing import fidelity, loss, source
    from reports.exchange.importing.acceptance import require_whole
    from reports.exchange.importing.encoding import decode_text
    from reports.exchange.importing.front_matter import split_front_matter
    from reports.exchange.importing.recognition import recognise

    name = "bilan.md"
    try:
        text, _ = decode_text(name, data.encode() if isinstance(data, str) else data)
        front, first, body, _ = split_front_matter(name, text)
        origin = source.Source(name, body, first, front, "")
        recognition = recognise(origin, None, origin.year(2024))
        words = loss.list_draft_words(recognition.drafts)
        score = fidelity.compare_words(fidelity.list_visible_words(origin.text, ""), words)
        require_whole(origin, score, recognition.damage, accepted)
    except Refusal as refusal:
        return Reading(refusal=str(refusal))
    charts = [draft.value for draft in recognition.drafts if draft.kind == "chart"]
    data_of = tuple(tuple(tuple(c.raw for c in row.cells) for row in v["data"]) for v in charts)
    return Reading(tuple(words), data_of)


def pieces(text: str) -> list[Piece]:
    """Return the tags of a file whose tags all have a partner."""
    tags, stack = [], []
    for tag in re.finditer(r"<(/?)([a-zA-Z0-9]+)(?=[\s>])[^>]*>", text):
        line = text.count("\n", 0, tag.start()) + 1
        if tag[1]:
            opener, opened = stack.pop()
            tags.append(Piece(f"</{tag[2]}>", tag.start(), tag.end(), line, opened))
            tags.append(Piece(f"<{tag[2]}>", opener.start(), opener.end(), opened, line))
        else:
            stack.append((tag, line))
    return sorted(tags, key=lambda piece: piece.start)


def closing(text: str) -> list[Piece]:
    return [piece for piece in pieces(text) if piece.name.startswith("</")]


def pairs(text: str, count: int, seed: int) -> list[tuple[Piece, ...]]:
    """Return pairs of closing tags, the same ones for the same seed."""
    every = list(itertools.combinations(closing(text), 2))
    return random.Random(seed).sample(every, min(count, len(every)))


def without(text: str, taken: Sequence[Piece]) -> str:
    for piece in sorted(taken, key=lambda piece: -piece.start):
        text = text[: piece.start] + text[piece.end :]
    return text


def without_lines(text: str, piece: Piece) -> str:
    """Return the text without the whole line of a tag that stands alone on it; "" for another."""
    lines = text.split("\n")
    rest = without(text, [piece]).split("\n")[piece.line - 1]
    return "" if rest.strip() else "\n".join(lines[: piece.line - 1] + lines[piece.line :])


def classify_damage(intact: Reading, damaged: Reading, taken: Sequence[Piece]) -> str:
    """Return "equal" or "refused"; "wrong" for a loss, or a refusal that names another line."""
    if not damaged.refusal:
        return "equal" if damaged == intact else "wrong"
    named = {int(number) for number in re.findall(r"ligne (\d+)", damaged.refusal)}
    lines = {line for piece in taken for line in (piece.line, piece.partner)}
    return "refused" if named & lines else "wrong"


def cases(text: str, year: int) -> Iterator[tuple[str, str, tuple[Piece, ...]]]:
    for piece in pieces(text):
        yield piece.name, without(text, [piece]), (piece,)
        if piece.name.startswith("</") and (cut := without_lines(text, piece)):
            yield f"{piece.name} and its line", cut, (piece,)
    for pair in pairs(text, 500, year):
        yield "two closing tags", without(text, pair), pair


def main(folder: Path) -> int:
    table: Counter[tuple[str, str]] = Counter()
    for year in (2023, 2024):
        text = (folder / str(year) / f"{year}.md").read_text(encoding="utf-8")
        intact = read(text)
        for name, damaged, taken in cases(text, year):
            table[name, classify_damage(intact, read(damaged), taken)] += 1
    verdicts = ("equal", "refused", "wrong")
    sys.stdout.write(f"{'taken out':24}{'how many':>10}{''.join(f'{v:>10}' for v in verdicts)}\n")
    for name in sorted({name for name, _ in table}):
        counts = [table[name, verdict] for verdict in verdicts]
        row = "".join(f"{count:10}" for count in (sum(counts), *counts))
        sys.stdout.write(f"{name:24}{row}\n")
    return int(any(verdict == "wrong" for _, verdict in table))


if __name__ == "__main__":
    import django

    django.setup()
    sys.exit(main(Path(__file__).resolve().parents[5] / "shared" / "reports"))
