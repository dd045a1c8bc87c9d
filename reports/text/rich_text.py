"""Rich text: sanitised HTML with links resolved, and its plain text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

import nh3

from reports.text.addresses import SCHEMES, sanitize_address

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

# Each of these is linear: an attempt ends where the next one may begin.
ANCHOR = re.compile(r"<a\b([^<>]*)>([^<]*+(?:<(?!/?a\b)[^<]*+)*+)</a>")
ATTRIBUTE = re.compile(r"\b(href|linktype|id)=\"([^\"]*)\"")
BOUNDARY = re.compile(
    r"</?(?:p|li|ul|ol|table|td|th|tr|dd|dl|dt|caption|blockquote|pre|br)\b[^<>]*>"
)
RAISED = re.compile(r"<(sup|sub)\b[^<>]*>\s*+(\d++)\s*+</\1>")
ROW = re.compile(r"[0-9]{1,18}")
TAG = re.compile(r"<[^<>]*>")
SCRIPTS = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}

KEPT = 2_048  # texts of which a process remembers what it has worked out: those of some reports


@lru_cache(KEPT)
def sanitise_html(html: str) -> str:
    """HTML without scripts or handlers. Wagtail's own link attributes stay."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        attribute_filter=checked_attribute,
    )


def checked_attribute(tag: str, name: str, value: str) -> str | None:
    """An attribute as it may leave; none for an address that may not."""
    return value if name != "href" else sanitize_address(value) or None


@lru_cache(KEPT)
def plain(html: str) -> str:
    """The words of `html`, with one line per paragraph, item or cell."""
    html = RAISED.sub(lambda match: translate_raised_digits(match[1], match[2]), html)
    text = unescape(TAG.sub("", BOUNDARY.sub("\n", html)))
    return "\n".join(filter(None, (line.strip() for line in text.split("\n"))))


def translate_raised_digits(tag: str, text: str) -> str:
    """Text in `<sup>` or `<sub>`: a digit of full size would change the number before it."""
    return text.translate(SCRIPTS[tag])


@lru_cache(KEPT)
def collect_linked_rows(html: str) -> Mapping[str, set[int]]:
    """Row ids of the pages and documents that `html` links to, by kind of link."""
    rows: dict[str, set[int]] = {}
    for match in ANCHOR.finditer(html):
        kind, row = database_row(match[1])
        if row is not None:
            rows.setdefault(kind, set()).add(row)
    return rows


def database_row(attributes: str) -> tuple[str, int | None]:
    """The kind and the row id that the attributes of a link name."""
    given = dict(ATTRIBUTE.findall(attributes))
    kind, row = given.get("linktype", ""), given.get("id", "")
    return kind, int(row) if kind and ROW.fullmatch(row) else None


def resolve_links(html: str, targets: Mapping[str, Mapping[int, str]]) -> str:
    """Return public HTML: links to rows become addresses, a link without a target becomes text."""

    def replace(match: re.Match[str]) -> str:
        kind, row = database_row(match[1])
        if not kind:
            return match[0]
        url = row is not None and targets.get(kind, {}).get(row)
        return f'<a href="{url}">{match[2]}</a>' if url else match[2]

    clean = sanitise_html(html)
    return ANCHOR.sub(replace, clean) if "linktype" in clean else clean
