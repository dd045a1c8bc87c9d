"""Rich text: sanitised HTML with links resolved, and its plain text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

import nh3

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "i", "ins"),
    *("kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul"),
}
ATTRIBUTES = {
    "a": {"href", "hreflang", "linktype", "id"},
    "abbr": {"title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang", "dir"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

DATABASE_LINK = re.compile(r"<a\b([^>]*\blinktype=\"(\w+)\"[^>]*)>(.*?)</a>", re.DOTALL)
ROW_ID = re.compile(r"\bid=\"(\d+)\"")
BOUNDARY = re.compile(
    r"</?(?:p|li|ul|ol|table|td|th|tr|dd|dl|dt|caption|blockquote|pre|br)\b[^>]*>"
)
RAISED = re.compile(r"<(sup|sub)\b[^>]*>\s*(\d+)\s*</\1>")
SCRIPTS = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
TAG = re.compile(r"<[^>]*>")

KEPT = 2_048  # texts of which a process remembers what it has worked out: those of some reports


@lru_cache(KEPT)
def sanitise(html: str) -> str:
    """HTML without scripts or handlers. Wagtail's own link attributes stay."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


@lru_cache(KEPT)
def plain(html: str) -> str:
    """The words of `html`, with one line per paragraph, item or cell."""
    html = RAISED.sub(lambda match: raised(match[1], match[2]), html)
    text = unescape(TAG.sub("", BOUNDARY.sub("\n", html)))
    return "\n".join(filter(None, (line.strip() for line in text.split("\n"))))


def raised(tag: str, text: str) -> str:
    """Text in `<sup>` or `<sub>`: a digit of full size would change the number before it."""
    return text.translate(SCRIPTS[tag])


@lru_cache(KEPT)
def linked(html: str) -> Mapping[str, set[int]]:
    """Row ids of the pages and documents that `html` links to, by kind of link."""
    found: dict[str, set[int]] = {}
    for match in DATABASE_LINK.finditer(html):
        if row := ROW_ID.search(match[1]):
            found.setdefault(match[2], set()).add(int(row[1]))
    return found


def resolve(html: str, targets: Mapping[str, Mapping[int, str]]) -> str:
    """Public HTML: links to rows become addresses; a link without a target becomes text."""

    def replace(match: re.Match[str]) -> str:
        row = ROW_ID.search(match[1])
        url = row and targets.get(match[2], {}).get(int(row[1]))
        return f'<a href="{url}">{match[3]}</a>' if url else match[3]

    clean = sanitise(html)
    return DATABASE_LINK.sub(replace, clean) if "linktype" in clean else clean
