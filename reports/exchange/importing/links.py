"""Replaces the path or file name in links of imported rich text with the id of the row.

`<a linktype="page" href="/bilan/2023/">` becomes `<a linktype="page" id="12">`. Called by `storing`
and `report_fields`.
"""

import re
from collections.abc import Callable
from html import unescape

from reports.core.text.rich_text import ANCHOR
from reports.exchange.importing.draft import Named

KINDS = ("page", "document")
ATTRIBUTE = re.compile(r'\b(href|linktype|id)="([^"]*)"')


def replace_links(html: str, row_of: Callable[[Named], int | None]) -> str:
    """Return rich text with row ids in its links to pages and documents.

    Row ids that the file itself gives are ignored. A link to something that does not exist here
    keeps its address, or becomes its words if it has none.
    """

    def replace(match: re.Match[str]) -> str:
        given = dict(ATTRIBUTE.findall(match[1]))
        if "linktype" not in given:
            return match[0]
        kind, address = given["linktype"], given.get("href", "")
        named = Named(kind, unescape(match[2]), unescape(address))
        row = row_of(named) if kind in KINDS and address else None
        if row is not None:
            return f'<a linktype="{kind}" id="{row}">{match[2]}</a>'
        return f'<a href="{address}">{match[2]}</a>' if address else match[2]

    return ANCHOR.sub(replace, html) if "linktype" in html else html
