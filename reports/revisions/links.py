"""Where rich text leads, in words."""

import re
from html import unescape

from reports.revisions.records import Names
from reports.richtext import TAG

ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(href|linktype|id)=\"([^\"]*)\"")


def links(html: str, names: Names) -> list[str]:
    """Each link as « ses mots → où il mène »."""
    return [
        f"{' '.join(unescape(TAG.sub('', inner)).split())} → {target(attributes, names)}"
        for attributes, inner in ANCHOR.findall(html)
    ]


def target(attributes: str, names: Names) -> str:
    found = dict(ATTRIBUTE.findall(attributes))
    if found.get("linktype") in names.FILED and found.get("id", "").isdigit():
        return names.filed(found["linktype"], int(found["id"]))
    return unescape(found.get("href", ""))
