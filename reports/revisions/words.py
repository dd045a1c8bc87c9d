"""Two lines compared word by word; a figure is one word."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from wagtail.admin.compare import diff_text

from reports.figures import Figure
from reports.revisions.change import Kind, Piece, whole

WORD = re.compile(r"\S+\s*|\s+")
LONGEST = 20_000  # characters that are compared word by word
KINDS = {"equal": Kind.SAME, "deletion": Kind.GONE, "addition": Kind.NEW}
NEAR = 80  # characters around a change that are shown
KIN = 0.3  # how much of two texts must be the same for their words to be worth showing


def prose(before: str, after: str) -> tuple[Piece, ...]:
    """Running text, compared as Wagtail does."""
    if not (before and after) or len(before) + len(after) > LONGEST:
        return whole(before, after)
    pieces = [Piece(KINDS[kind], text) for kind, text in diff_text(before, after).changes]
    if not akin(pieces):
        return whole(before, after)
    last = len(pieces) - 1
    return tuple(abridged(piece, rank == 0, rank == last) for rank, piece in enumerate(pieces))


def abridged(piece: Piece, first: bool, last: bool) -> Piece:
    """What stayed, near to what did not."""
    text = piece.text
    if piece.kind is not Kind.SAME or len(text) <= 3 * NEAR:
        return piece
    start = "" if first else text[:NEAR].rpartition(" ")[0]
    end = "" if last else text[-NEAR:].partition(" ")[2]
    return Piece(Kind.SAME, f"{start} … {end}")


def line(before: Sequence[str], after: Sequence[str]) -> tuple[Piece, ...]:
    """A line given in parts that are not to be cut."""
    found: list[Piece] = []
    for op, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            found.append(Piece(Kind.SAME, "".join(before[i:j])))
        else:
            gone, new = "".join(before[i:j]), "".join(after[k:m])
            found += whole(gone.rstrip(), new.rstrip())
            found += [Piece(Kind.SAME, " ")] * (gone + new).endswith(" ")
    return tuple(found) if akin(found) else whole("".join(before), "".join(after))


def akin(pieces: Iterable[Piece]) -> bool:
    lengths = {
        kind: sum(len(piece.text.strip()) for piece in group)
        for kind, group in groupby(sorted(pieces, key=by_kind), key=lambda piece: piece.kind)
    }
    return lengths.get(Kind.SAME, 0) >= KIN * max(
        lengths.get(Kind.GONE, 0), lengths.get(Kind.NEW, 0)
    )


def by_kind(piece: Piece) -> str:
    return piece.kind.value


def parts(*texts: str | Figure) -> list[str]:
    """The parts of a line that is made of words and figures, each with the space after it."""
    found: list[str] = []
    for text in texts:
        whole_text = said(text) if isinstance(text, Figure) else (text or "").strip()
        if whole_text:
            pieces = [whole_text] if isinstance(text, Figure) else WORD.findall(whole_text)
            found += [*pieces[:-1], f"{pieces[-1]} "]
    return found


def said(figure: Figure) -> str:
    """A figure as it is read: in French typography, else as typed; a correction is told."""
    if figure.read_as is not None:
        return f"{figure.raw} (lu « {figure.read_as} »)"
    return figure.text if figure.is_number else figure.raw.strip()


def figures(before: Figure, after: Figure) -> tuple[Piece, ...]:
    """One figure in the place of another; as typed, where only the typing differs."""
    one, other = said(before), said(after)
    return whole(one, other) if one != other else whole(before.raw, after.raw)
