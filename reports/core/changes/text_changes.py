"""Compares two texts word by word; a figure counts as one word."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from reports.core.changes.change import Kind, Piece, replace_text
from reports.core.changes.display import display_figure
from reports.core.figures import Figure, compose

MAX_DIFF_CHARACTERS = 20_000  # characters that are compared word by word
TOKEN = re.compile(r"[^\W_]+|[\W_]")  # letters and digits together, all else one by one
MAX_COMMON_LETTERS = 4  # letters of tokens at which a run of equal ones does not begin
CONTEXT_CHARACTERS = 80  # characters around a change that are shown
MIN_SHARE = 0.3  # how much of two texts must be the same for their words to be worth showing


def compare_prose(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of running text, compared word by word."""
    if not (before and after) or len(before) + len(after) > MAX_DIFF_CHARACTERS:
        return replace_text(before, after)
    pieces = compare_words(before, after)
    if not is_akin(pieces):
        return replace_text(before, after)
    last = len(pieces) - 1
    return tuple(abridge(piece, rank == 0, rank == last) for rank, piece in enumerate(pieces))


def compare_words(before: str, after: str) -> list[Piece]:
    """Return the pieces of a text in which words stayed, went or came: no two of a kind touch."""
    words, others = TOKEN.findall(before), TOKEN.findall(after)
    matcher = SequenceMatcher(lambda token: len(token) <= MAX_COMMON_LETTERS, words, others)
    found: list[tuple[Kind, Sequence[str]]] = []
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            found.append((Kind.SAME, words[i:j]))
        else:
            found += [(Kind.GONE, words[i:j]), (Kind.NEW, others[k:m])]
    runs = groupby(((kind, tokens) for kind, tokens in found if tokens), key=itemgetter(0))
    return [
        Piece(kind, "".join(token for _, run in group for token in run)) for kind, group in runs
    ]


def abridge(piece: Piece, first: bool, last: bool) -> Piece:
    """Return what stayed, near to what did not."""
    text = piece.text
    if piece.kind is not Kind.SAME or len(text) <= 3 * CONTEXT_CHARACTERS:
        return piece
    start = "" if first else text[:CONTEXT_CHARACTERS].rpartition(" ")[0]
    end = "" if last else text[-CONTEXT_CHARACTERS:].partition(" ")[2]
    return Piece(Kind.SAME, f"{start} … {end}")


def compare_lines(before: Sequence[str], after: Sequence[str]) -> tuple[Piece, ...]:
    """Return the pieces of a line given in parts that are not to be cut."""
    pieces: list[Piece] = []
    for op, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece(Kind.SAME, "".join(before[i:j])))
        else:
            gone, new = "".join(before[i:j]), "".join(after[k:m])
            pieces += replace_text(gone.rstrip(), new.rstrip())
            pieces += [Piece(Kind.SAME, " ")] * (gone + new).endswith(" ")
    return tuple(pieces) if is_akin(pieces) else replace_text("".join(before), "".join(after))


def is_akin(pieces: Iterable[Piece]) -> bool:
    """Return whether enough of two texts is the same to show where they differ."""
    lengths = {
        kind: sum(len(piece.text.strip()) for piece in group)
        for kind, group in groupby(sorted(pieces, key=get_kind), key=lambda piece: piece.kind)
    }
    return lengths.get(Kind.SAME, 0) >= MIN_SHARE * max(
        lengths.get(Kind.GONE, 0), lengths.get(Kind.NEW, 0)
    )


def get_kind(piece: Piece) -> str:
    return piece.kind.value


def compare_figures(before: Figure, after: Figure) -> tuple[Piece, ...]:
    """Return one figure in the place of another; as typed, where only the typing differs."""
    one, other = display_figure(before), display_figure(after)
    is_retyped = (before.read_as, compose(before)) == (after.read_as, compose(after))
    return replace_text(before.raw, after.raw) if is_retyped else replace_text(one, other)
