"""Compares the words of an imported file with those of the body, so that no loss goes unnoticed.

The file is rendered by another Markdown library than the importer's and read without its tree (see
`visible`). Words, numbers and meaningful signs are compared in order; punctuation and white space
are not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reports.core.text.words import split_words
from reports.exchange.importing.source import Source
from reports.exchange.importing.visible.words import visible_words

# What a reader may see and the body does not hold, and why. The command prints this list.
EXCLUSIONS = (
    "le libellé des boutons du DSFR (transcription, agrandir, fermer, infobulle)",
    "le poids d’un fichier saisi à la main : il est calculé",
    "le titre d’une image ou d’une transcription quand l’autre, ou la légende, le répète",
    "les scripts et contenus exécutables, neutralisés",
    "d’une page web, ce qui entoure <main> ou <article> ; d’un document Word, les en-têtes et les "
    "pieds de page, les commentaires, le texte masqué et le sommaire : un avertissement les nomme",
)
MAX_WORD_PAIRS = 400_000_000  # pairs of words that may be compared: some seconds
MAX_EQUAL_PAIRS = 1_500_000  # of these, pairs of equal words: five seconds


@dataclass(frozen=True)
class Fidelity:
    """The result of comparing the words of a file with those of the body."""

    seen: int  # words in the rendering of the file
    kept: int  # of these, in the body and in order
    lost: tuple[str, ...]  # runs of words that the body lacks
    added: tuple[str, ...]  # runs of words that the body has and the file has not
    words: Sequence[str] = field(default=(), repr=False)  # of the rendering
    places: tuple[int, ...] = ()  # of the first word of each lost run, among `words`

    @property
    def whole(self) -> bool:
        return not self.lost

    @property
    def missing(self) -> int:
        """How many words are lost."""
        return self.seen - self.kept

    @property
    def percent(self) -> float:
        """Kept words per hundred seen, never rounded up to 100."""
        share = 100 * self.kept / self.seen if self.seen else 100.0
        return share if self.whole else min(share, 99.99)


def list_visible_words(text: str, title: str) -> list[str]:
    """Return the words that a reader of the rendered page sees, with its title first."""
    return visible_words(text, title)


def list_source_words(source: Source, title: str, has_title: bool = False) -> list[str]:
    """Return the words that a reader of a file of any format sees, with its title first.

    The title is not added if the file prints it itself (`has_title`).
    """
    title = "" if has_title else title
    if source.words is not None:
        return split_words(title) + source.words
    return visible_words(source.text, title)


def compare_words(file: Sequence[str], body: Sequence[str]) -> Fidelity:
    """Return which words of `file` are in `body`, in order.

    Equal words at both ends are skipped first, in one pass. If much is left, a comparison in order
    would take minutes: words are then only counted.
    """
    start = 0
    while start < min(len(file), len(body)) and file[start] == body[start]:
        start += 1
    end = 0
    rest = min(len(file), len(body)) - start
    while end < rest and file[-1 - end] == body[-1 - end]:
        end += 1
    printed, drafted = file[start : len(file) - end], body[start : len(body) - end]
    runs = find_additions(printed, drafted)
    if runs is None:
        diff = diff_by_count if is_large(printed, drafted) else diff_in_order
        runs = diff(printed, drafted)
    lost = [(place + start, words) for place, words, _ in runs if words]
    added = [words for _, _, words in runs if words]
    missing = sum(len(words) for _, words in lost)
    return Fidelity(
        len(file),
        len(file) - missing,
        tuple(" ".join(words) for _, words in lost),
        tuple(map(" ".join, added)),
        file,
        tuple(place for place, _ in lost),
    )


# A place among the file's words, words that only the file has there, words that only the body has.
Run = tuple[int, Sequence[str], Sequence[str]]


def find_additions(printed: Sequence[str], drafted: Sequence[str]) -> list[Run] | None:
    """Return what the body has between the words of the file; None if the body lacks a word.

    A comparison by longest runs might wrongly report a word as lost that stands further on.
    """
    runs: list[Run] = []
    place = 0
    extra: list[str] = []
    for word in drafted:
        if place == len(printed) or word != printed[place]:
            extra.append(word)
            continue
        runs += [(place, [], extra)] if extra else []
        place, extra = place + 1, []
    if place < len(printed):
        return None
    return runs + ([(place, [], extra)] if extra else [])


def is_large(printed: Sequence[str], drafted: Sequence[str]) -> bool:
    """Return whether a comparison in order would be long: it looks at all pairs of equal words."""
    if len(printed) * len(drafted) > MAX_WORD_PAIRS:
        return True
    counts = Counter(drafted)
    return sum(count * counts[word] for word, count in Counter(printed).items()) > MAX_EQUAL_PAIRS


def diff_in_order(printed: Sequence[str], drafted: Sequence[str]) -> list[Run]:
    matcher = SequenceMatcher(None, printed, drafted, autojunk=False)
    return [
        (a, printed[a:b], drafted[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def diff_by_count(printed: Sequence[str], drafted: Sequence[str]) -> list[Run]:
    printed_counts, drafted_counts = Counter(printed), Counter(drafted)
    last = {word: place for place, word in enumerate(printed)}
    return [(last[word], [word], []) for word in (printed_counts - drafted_counts).elements()] + [
        (0, [], [word]) for word in (drafted_counts - printed_counts).elements()
    ]
