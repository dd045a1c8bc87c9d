"""Nothing is lost: the words of an independent rendering of the file against those of the body.

The file is rendered by another Markdown library (mistune) than the importer's. Words, numbers and
meaningful signs are compared in order; punctuation and white space are not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import mistune
from bs4 import BeautifulSoup, Comment, Tag

from reports.importing.inline import BLOCKS, CELLS, words_of
from reports.importing.markup import ATTRIBUTES, CONTROLS, DANGEROUS
from reports.importing.rows import DELIMITER
from reports.printed import words
from reports.richtext import SCRIPTS, raised

# What a reader may see and the body does not hold, and why. The command prints this list.
EXCLUSIONS = (
    "les boutons du DSFR (transcription, agrandir, fermer, infobulle)",
    "le poids d’un fichier saisi à la main : il est calculé",
    "le titre d’une image ou d’une transcription quand l’autre, ou la légende, le répète",
    "les scripts et contenus exécutables, neutralisés",
)
LARGEST = 400_000_000  # pairs of words that may be compared: some seconds
RENDER = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])


@dataclass(frozen=True)
class Fidelity:
    """How much of what a reader sees is in the body."""

    seen: int  # words in the rendering of the file
    kept: int  # of these, in the body and in order
    lost: tuple[str, ...]  # runs of words that the body lacks
    added: tuple[str, ...]  # runs of words that the body has and the file has not

    @property
    def whole(self) -> bool:
        return not self.lost

    @property
    def percent(self) -> float:
        """Kept words per hundred seen, never rounded up to 100."""
        share = 100 * self.kept / self.seen if self.seen else 100.0
        return share if self.whole else min(share, 99.99)


def seen(text: str, title: str) -> list[str]:
    """The words that a reader of the rendered page sees, its title first."""
    lines = [line.replace("+", "|") if DELIMITER.match(line) else line for line in text.split("\n")]
    markdown = ATTRIBUTES.sub("", "\n".join(lines))
    soup = BeautifulSoup(str(RENDER(markdown)), "lxml")
    for tag in soup.find_all(DANGEROUS):
        tag.decompose()
    for comment in soup.find_all(string=lambda node: isinstance(node, Comment)):
        comment.extract()
    captions = {words_of(tag) for tag in soup.find_all("figcaption")}
    titles = soup.select(".fr-transcription .fr-modal__title")
    repeated = captions | {words_of(title) for title in titles}
    for tag in titles:
        if words_of(tag) in captions:
            tag.decompose()
    for control in soup.select(CONTROLS):
        control.replace_with(" ")
    for image in soup.find_all("img"):
        shown = [str(image.get("alt") or "")]
        image_title = str(image.get("title") or "").strip()
        if image_title not in repeated:
            shown.append(image_title)
        image.replace_with(" ".join(shown))
    for tag in soup.find_all(list(SCRIPTS)):
        tag.replace_with(raised(tag.name, tag.get_text()))
    for tag in soup.find_all(True):
        if isinstance(tag, Tag) and tag.name in APART:
            tag.insert_before(" ")
            tag.insert_after(" ")
    return words(title) + words(soup.get_text())


APART = BLOCKS | CELLS | {"br"}


def compare(file: Sequence[str], body: Sequence[str]) -> Fidelity:
    """What of `file` (words) is in `body`, in order.

    Where they agree, at both ends, costs one pass. In a large rest the comparison in order would
    take minutes: there, words are counted instead.
    """
    start = 0
    while start < min(len(file), len(body)) and file[start] == body[start]:
        start += 1
    end = 0
    rest = min(len(file), len(body)) - start
    while end < rest and file[-1 - end] == body[-1 - end]:
        end += 1
    seen, said = file[start : len(file) - end], body[start : len(body) - end]
    runs = counted(seen, said) if len(seen) * len(said) > LARGEST else ordered(seen, said)
    lost = [words for words, _ in runs if words]
    added = [words for _, words in runs if words]
    missing = sum(map(len, lost))
    return Fidelity(
        len(file), len(file) - missing, tuple(map(" ".join, lost)), tuple(map(" ".join, added))
    )


Run = tuple[Sequence[str], Sequence[str]]  # words that only the file has, words that only the body


def ordered(seen: Sequence[str], said: Sequence[str]) -> list[Run]:
    matcher = SequenceMatcher(None, seen, said, autojunk=False)
    return [(seen[a:b], said[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def counted(seen: Sequence[str], said: Sequence[str]) -> list[Run]:
    wanted, there = Counter(seen), Counter(said)
    return [([word], []) for word in (wanted - there).elements()] + [
        ([], [word]) for word in (there - wanted).elements()
    ]
