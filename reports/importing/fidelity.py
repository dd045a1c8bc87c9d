"""Nothing is lost: the words of an independent rendering of the file against those of the body.

The file is rendered by another Markdown library (mistune) than the importer's. Words, numbers and
meaningful signs are compared in order; punctuation and white space are not.
"""

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
    """What of `file` (words) is in `body`, in order."""
    matcher = SequenceMatcher(None, file, body, autojunk=False)
    lost, added, kept = [], [], 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            kept += b - a
            continue
        if b > a:
            lost.append(" ".join(file[a:b]))
        if d > c:
            added.append(" ".join(body[c:d]))
    return Fidelity(len(file), kept, tuple(lost), tuple(added))
