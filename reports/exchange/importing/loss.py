"""Measures what a recognised file loses: words, addresses of links, struck text, figures."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bs4 import BeautifulSoup, Tag

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.content.rendering import RenderedBlock, render_report
from reports.core import document
from reports.core.document.media_blocks import Picture
from reports.core.figures import split
from reports.core.text.words import split_words
from reports.exchange.importing.comments.contradiction import list_block_texts
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import href_of, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.notes.file_note import FileNote
from reports.exchange.importing.storing import stored_body

MAX_QUOTE_CHARACTERS = 60  # characters of the words of a link
NOTHING = RenderedBlock((), ())


def list_draft_words(drafts: Sequence[Draft], notes: Sequence[FileNote] = ()) -> list[str]:
    """Return the words of the blocks that drafts become, then those of `notes`."""
    body = document.read(stored_body(drafts, "", lambda named: None, lambda named: ""))
    texts = [
        list_block_texts(block, draft.shows_data)
        for block, draft in zip(body.blocks, drafts, strict=True)
    ]
    return order_words(texts, drafts, notes, {each.id: each.content.plain for each in body.notes})


def list_rendered_words(
    report: AnnualReportPage, drafts: Sequence[Draft], notes: Sequence[FileNote]
) -> list[str]:
    """Return the words that readers get of a report made from drafts, with its title first.

    A block that readers do not get has no words.
    """
    rendered = render_report(report)
    texts = []
    for block, draft in zip(read_body(report).blocks, drafts, strict=False):
        shown = rendered.blocks.get(block.id, NOTHING)
        # a decorative picture keeps the alternative of its file, which is rightly shown to nobody
        kept = (block.alt,) if isinstance(block, Picture) and block.decorative else ()
        texts.append(kept + (shown.with_data if draft.shows_data else shown.texts))
    return split_words(rendered.title) + order_words(texts, drafts, notes, rendered.notes)


def order_words(
    texts: Sequence[Iterable[str]],
    drafts: Sequence[Draft],
    notes: Sequence[FileNote],
    note_texts: Mapping[str, str],
) -> list[str]:
    """Return the words of blocks, given the texts of each, in the order of the file.

    A block may have its parts in another order than the file: if it has all the words that the file
    printed (`Draft.printed`), these are returned. The words of `notes` come last, whether they are
    called in rich text or are paragraphs.
    """
    words: list[str] = []
    below = {id: split_words(text) for id, text in note_texts.items()}
    for listed, draft in zip(texts, drafts, strict=False):
        said = [word for text in listed for word in split_words(text)]
        if draft.note:
            below[draft.note] = said
            continue
        printed = split_words(draft.printed)
        words += printed if printed and Counter(printed) <= Counter(said) else said
    return words + [word for note in notes for word in below.get(note.id, ())]


def keeps_words(draft: Draft, seen: str) -> bool:
    """Return whether a draft has the words of `seen`, all of them, once and in order."""
    return list_draft_words([draft]) == split_words(seen)


@dataclass(frozen=True)
class Link:
    """A link of the imported file, as it was before blocks were recognised."""

    tag: Tag
    line: int
    address: str
    words: str


def list_links(soup: Tag) -> list[Link]:
    """Return every link."""
    return [
        Link(tag, line_of(tag), href_of(tag), words_of(tag))
        for tag in soup.find_all("a", href=True)
    ]


def lost_links(links: Sequence[Link], drafts: Sequence[Draft]) -> list[Notice]:
    """Return notices about links whose address is in no draft."""
    kept = join_texts(drafts)
    return [
        Notice(link.line, describe_lost_link(link.address, link.words))
        for link in links
        if link.address and not is_kept(link.address, kept)
    ]


def join_texts(drafts: Sequence[Draft]) -> str:
    return "\n".join(text for draft in drafts for text in list_texts(draft.value))


def is_kept(address: str, texts: str) -> bool:
    """Return whether the texts of drafts have an address."""
    return address in texts or escape(address) in texts


def describe_lost_link(address: str, words: str) -> str:
    """Return the message about a lost link. An address within the file is not printed."""
    link = f"le lien {quote(words)}" if words.strip() else "un lien"
    where = "un autre endroit du fichier" if address.startswith("#") else address
    return f"{link} vers {where} n’a pas été repris ; ses mots sont gardés."


def quote(words: str) -> str:
    return f"« {textwrap.shorten(words, MAX_QUOTE_CHARACTERS, placeholder='…')} »"


def list_texts(value: Any) -> Iterator[str]:
    """Yield every string in the value of a draft."""
    if isinstance(value, dict):
        for child in value.values():
            yield from list_texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from list_texts(child)
    elif hasattr(value, "rows"):
        for row in value.rows:
            yield from (row.url, row.note, *(cell.url for cell in row.cells))
    elif value is not None:
        yield str(getattr(value, "key", value))


def figures_in_prose(drafts: Sequence[Draft]) -> list[Notice]:
    """Return notices about list items and cells of rich text that contain a figure.

    Drafts of charts with data are left out.
    """
    notices = []
    for draft in drafts:
        if draft.value.get("data"):
            continue
        for html in filter(lambda text: "<" in text, list_texts(draft.value)):
            for item in BeautifulSoup(html, "lxml").find_all(["li", "td"]):
                if expression := split(words_of(item)).expression:
                    message = f"chiffre resté dans du texte riche : « {expression} »"
                    notices.append(Notice(draft.line, message))
    return notices


def find_struck_text(soup: Tag) -> list[Notice]:
    """Return notices about struck text in places that keep only words."""
    places = ["li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]
    return [
        Notice(line_of(tag), f"texte barré gardé comme texte courant : « {words_of(tag)} »")
        for tag in soup.find_all(["s", "del", "strike"])
        if tag.find_parent(places)
    ]
