"""Lists the links of public rich text, each with its address and its kind."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from html import unescape

from reports.core.text.addresses import EDGE, SCHEME

KIND_ATTRIBUTE = "data-kind"  # editors cannot write it: sanitising takes it away
PUBLIC_LINK = re.compile(rf'<a href="([^"]*)" {KIND_ATTRIBUTE}="([a-z]+)"')
CACHE_SIZE = 2_048  # texts, as in `rich_text`


class LinkKind(Enum):
    """The kinds of targets of a link, which decide what its address is relative to."""

    PAGE = "page"
    DOCUMENT = "document"
    ANCHOR = "anchor"
    PRINTED = "printed"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class PublicLink:
    """A link of a public text; `index` is its position among the links, from 0."""

    index: int
    href: str
    kind: LinkKind


def kind_of_address(address: str) -> LinkKind:
    """Return the kind of an address as printed, which leads to no row."""
    address = address.strip(EDGE)
    if address.startswith("#"):
        return LinkKind.ANCHOR
    return LinkKind.EXTERNAL if SCHEME.match(address) else LinkKind.PRINTED


@lru_cache(CACHE_SIZE)
def list_public_links(html: str) -> tuple[PublicLink, ...]:
    """Return the links of HTML whose links were resolved, in order."""
    return tuple(
        PublicLink(index, unescape(href), LinkKind(kind))
        for index, (href, kind) in enumerate(PUBLIC_LINK.findall(html))
    )
