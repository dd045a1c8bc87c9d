"""Recognises links to files as downloads."""

import re

from bs4 import Tag

from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.inline import href_of, words_of

FILE = re.compile(r"\.(?:pdf|odt|ods|odp|docx?|xlsx?|pptx?|csv|zip)$", re.IGNORECASE)


def is_download(link: Tag) -> bool:
    """Return whether a link is a download, by its attribute, DSFR class or file suffix."""
    return (
        link.has_attr("download")
        or "fr-link--download" in link.get_attribute_list("class")
        or FILE.search(href_of(link).partition("?")[0]) is not None
    )


def recognise_download(link: Tag, line: int) -> Draft:
    """Return a download block with the file and the words of a link."""
    href, title = href_of(link), words_of(link)
    document = Named("document", title, href, line=line) if href else None
    return Draft("download", line, {"document": document, "title": title, "source_url": href})
