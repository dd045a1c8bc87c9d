"""Renders a guide, a Markdown file of docs/, as HTML for the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.core.text import anchors

NAMES = ("editeurs", "controles", "permissions")  # what may be read, by the name of its file


@dataclass(frozen=True)
class Chapter:
    """A chapter in the table of contents of a guide: a heading of the second level."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Guide:
    """A guide as the admin shows it: title, chapters, and the rest as HTML."""

    title: str
    chapters: tuple[Chapter, ...]
    html: str


def get_guide(name: str) -> Guide | None:
    """Return the guide with that name; None if this installation has no such file."""
    file = settings.GUIDES / f"{name}.md"
    if name not in NAMES or not file.is_file():
        return None
    return render_guide(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=len(NAMES))
def render_guide(file: Path, changed: int) -> Guide:
    markdown = MarkdownIt("commonmark").enable("table")  # with HTML: the file is ours, it has <kbd>
    tokens = markdown.parse(file.read_text(encoding="utf-8"))
    title, rest = tokens[1].content, tokens[3:]
    chapters = tuple(add_anchors(rest))
    for token in each(rest):
        lead_inside(token)
    return Guide(title, chapters, markdown.renderer.render(rest, markdown.options, {}))


def add_anchors(tokens: list[Token]) -> Iterator[Chapter]:
    """Give each heading the anchor that it has on a forge, and yield the chapters."""
    names = anchors.AnchorNames()
    for opening, words in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        anchor = names.take(anchors.slugify(words.content))
        opening.attrSet("id", anchor)
        if opening.tag == "h2":
            yield Chapter(words.content, anchor)


def each(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from each(token.children or [])


def lead_inside(token: Token) -> None:
    """Replace file paths with URLs of the admin: those of guides and of their pictures."""
    if token.type == "image":
        picture = Path(str(token.attrs["src"])).name
        token.attrSet("src", reverse("bilan_guide_picture", args=[picture]))
    elif token.type == "link_open":
        path, hash_, anchor = str(token.attrs["href"]).partition("#")
        name = path.removesuffix(".md")
        if name in NAMES:
            token.attrSet("href", f"{reverse('bilan_guide', args=[name])}{hash_}{anchor}")
