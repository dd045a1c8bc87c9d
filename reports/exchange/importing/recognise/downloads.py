"""Links that are files to download."""

import re

from bs4 import Tag

from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.inline import href_of, words_of

FILE = re.compile(r"\.(?:pdf|odt|ods|odp|docx?|xlsx?|pptx?|csv|zip)$", re.IGNORECASE)


def is_download(link: Tag) -> bool:
    """Said by the attribute, by the DSFR's class, or by the file's suffix."""
    return (
        link.has_attr("download")
        or "fr-link--download" in link.get_attribute_list("class")
        or FILE.search(href_of(link).partition("?")[0]) is not None
    )


def recognise_download(link: Tag, line: int) -> Draft:
    """The file and the words of its link."""
    href, title = href_of(link), words_of(link)
    document = Named("document", title, href, line=line) if href else None
    return Draft("download", line, {"document": document, "title": title, "source_url": href})
