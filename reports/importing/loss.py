"""What recognition would lose: words of an element, links, figures left in prose, struck text."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest
from typing import Any

from bs4 import BeautifulSoup, Tag

from reports import document
from reports.document import Document
from reports.figures import split
from reports.importing.comments.contradiction import list_block_texts
from reports.importing.draft import Draft
from reports.importing.findings import Notice
from reports.importing.inline import href_of, words_of
from reports.importing.line_marks import line_of
from reports.importing.notes.file_note import FileNote
from reports.importing.storing import stored_body
from reports.text.words import split_words

LONGEST_QUOTE = 60  # characters of the words of a link


def list_draft_words(drafts: Sequence[Draft], notes: Sequence[FileNote] = ()) -> list[str]:
    """Return the words of the blocks that drafts will be, then those of `notes`."""
    stored = stored_body(drafts, "", lambda named: None, lambda named: "")
    return list_printed_words(document.read(stored), drafts, notes)


def list_printed_words(
    document: Document, drafts: Sequence[Draft], notes: Sequence[FileNote] = ()
) -> list[str]:
    """Return the words of a document, with the data of those charts whose file prints them.

    A block that puts its parts in another order than the file gives its words in that of the file,
    as long as it has them all. Last come the words of `notes`, in this order, whether they stand in
    rich text or as paragraphs.
    """
    words: list[str] = []
    below = {note.id: split_words(note.content.plain) for note in document.notes}
    for block, draft in zip_longest(document.blocks, drafts):
        if block is None:
            continue
        texts = list_block_texts(block, draft is not None and draft.shows_data)
        said = [word for text in texts for word in split_words(text)]
        if draft is not None and draft.note:
            below[draft.note] = said
            continue
        printed = split_words(draft.printed) if draft is not None else []
        words += printed if printed and Counter(printed) <= Counter(said) else said
    return words + [word for note in notes for word in below.get(note.id, ())]


def keeps_words(draft: Draft, seen: str) -> bool:
    """Whether a draft says the words of `seen`: all of them, once, in order."""
    return list_draft_words([draft]) == split_words(seen)


def list_links(soup: Tag) -> list[tuple[int, str, str]]:
    """Return the line, the address and the words of every link."""
    return [
        (line_of(link), href_of(link), words_of(link)) for link in soup.find_all("a", href=True)
    ]


def lost_links(links: Sequence[tuple[int, str, str]], drafts: Sequence[Draft]) -> list[Notice]:
    """Links whose words are kept and whose address is nowhere."""
    kept = join_texts(drafts)
    return [
        Notice(line, describe_lost_link(address, words))
        for line, address, words in links
        if address and not is_kept(address, kept)
    ]


def join_texts(drafts: Sequence[Draft]) -> str:
    return "\n".join(text for draft in drafts for text in list_texts(draft.value))


def is_kept(address: str, texts: str) -> bool:
    """Return whether the texts of drafts have an address."""
    return address in texts or escape(address) in texts


def describe_lost_link(address: str, words: str) -> str:
    """Return what to say of a link; where a word processor led to is of no use to anybody."""
    quoted = textwrap.shorten(words, LONGEST_QUOTE, placeholder="…")
    link = f"le lien « {quoted} »" if quoted else "un lien"
    where = "un autre endroit du fichier" if address.startswith("#") else address
    return f"{link} vers {where} n’a pas été repris ; ses mots sont gardés."


def list_texts(value: Any) -> Iterator[str]:
    """Every string in a draft's value."""
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
    """List items and cells with a figure that stay rich text, but for what a chart owns as data."""
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
    """Struck text where only words are kept: nobody will see that it was struck."""
    places = ["li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]
    return [
        Notice(line_of(tag), f"texte barré gardé comme texte courant : « {words_of(tag)} »")
        for tag in soup.find_all(["s", "del", "strike"])
        if tag.find_parent(places)
    ]
