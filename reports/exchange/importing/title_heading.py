"""Finds the heading at the beginning of a file that repeats the report's title.

A web page prints its title as `<h1>`, a Word document as a paragraph of style « Title ». It is not
part of the body.
"""

from bs4 import BeautifulSoup, Tag

from reports.core.text.words import split_words
from reports.exchange.importing.elements import NOTE
from reports.exchange.importing.fidelity import list_source_words
from reports.exchange.importing.source import Source


def find_title_heading(soup: BeautifulSoup, source: Source, title: str) -> Tag | None:
    """Return the heading that is the title, if nothing precedes it and words follow it.

    The independent reader of `fidelity` must also see it first, because it counts these words as
    those of the title.
    """
    texts = [text for text in soup.find_all(string=True) if text.strip()]
    heading = texts[0].find_parent("h1") if texts else None
    words = split_words(title)
    if heading is None or not words or split_words(heading.get_text(" ")) != words:
        return None
    is_plain = heading.find(["a", "img", NOTE]) is None and heading.find_previous("img") is None
    is_followed = any(heading not in text.parents for text in texts)
    is_seen_first = list_source_words(source, "")[: len(words)] == words
    return heading if is_plain and is_followed and is_seen_first else None
