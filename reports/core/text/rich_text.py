"""Sanitises rich text, resolves its links, and extracts its plain text."""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape, unescape

import nh3

from reports.core.text import citations, notes
from reports.core.text.addresses import SCHEMES, sanitize_address
from reports.core.text.public_links import KIND_ATTRIBUTE, LinkKind, kind_of_address

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "i", "ins"),
    *("kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", notes.ELEMENT),
    citations.ELEMENT,
}
ATTRIBUTES = {
    "a": {"href", "hreflang", "linktype", "id"},
    "abbr": {"title"},
    notes.ELEMENT: {"id"},
    citations.ELEMENT: {citations.ADDRESSES, citations.WAY},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang", "dir"},
}

# Each of these is linear: an attempt ends where the next one may begin.
ANCHOR = re.compile(r"<a\b([^<>]*)>([^<]*+(?:<(?!/?a\b)[^<]*+)*+)</a>")
ATTRIBUTE = re.compile(r"\b(href|linktype|id)=\"([^\"]*)\"")
EDGE_OF_LINK = re.compile(r"</?a\b[^<>]*>")
PRINTED_ATTRIBUTE = re.compile(r"\b(href|hreflang|lang|dir)=\"([^\"]*)\"")
BOUNDARY = re.compile(
    r"</?(?:p|li|ul|ol|table|td|th|tr|dd|dl|dt|caption|blockquote|pre|br)\b[^<>]*>"
)
RAISED = re.compile(r"<(sup|sub)\b[^<>]*>([^<]*+(?:<(?!/?(?:sup|sub)\b)[^<]*+)*+)</\1>")
OUTSIDE_TAGS = re.compile(r"(?:^|(?<=>))[^<>]+")
ROW = re.compile(r"[0-9]{1,18}")
TAG = re.compile(r"<[^<>]*>")
SCRIPTS = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}

# Texts of which a process remembers what it has worked out: those of some reports.
CACHE_SIZE = 2_048


@lru_cache(CACHE_SIZE)
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


@lru_cache(CACHE_SIZE)
def plain(html: str) -> str:
    """The words of `html`, with one line per paragraph, item or cell, and below them its notes."""
    html = put_notes_below(html)
    html = RAISED.sub(raise_digits, html)
    text = unescape(TAG.sub("", BOUNDARY.sub("\n", html)))
    return "\n".join(filter(None, (line.strip() for line in text.split("\n"))))


def take_words_beside(html: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a range of `html`, of the same paragraph, item or cell, as
    they are spaced. Notes are left out.
    """
    before, after = BOUNDARY.split(html[:start])[-1], BOUNDARY.split(html[end:])[0]
    return take_words(before), take_words(after)


def take_words(html: str) -> str:
    html = notes.replace_notes(html, lambda note: "")
    return unescape(TAG.sub("", RAISED.sub(raise_digits, html)))


def put_notes_below(html: str) -> str:
    """Return rich text whose notes are paragraphs below it, each once."""
    if not notes.has_notes(html):
        return html
    below = dict.fromkeys(notes.list_notes(html))
    return "".join(
        [notes.replace_notes(html, lambda note: ""), *(f"<p>{note.html}</p>" for note in below)]
    )


def raise_digits(match: re.Match[str]) -> str:
    """Return the HTML in `<sup>` or `<sub>` with its digits as signs of their own."""
    return OUTSIDE_TAGS.sub(
        lambda text: escape(translate_raised_digits(match[1], unescape(text[0])), quote=False),
        match[2].strip(),
    )


def translate_raised_digits(tag: str, text: str) -> str:
    """Text in `<sup>` or `<sub>`: a digit of full size would change the number before it."""
    return text.translate(SCRIPTS[tag])


@lru_cache(CACHE_SIZE)
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


@lru_cache(CACHE_SIZE)
def mark_printed_links(html: str) -> str:
    """Return sanitised HTML whose links each name their kind, but for those to rows.

    A link without an address becomes text, and so does one that has another within it.
    """

    def mark(match: re.Match[str]) -> str:
        if database_row(match[1])[0]:
            return match[0]
        given = dict(PRINTED_ATTRIBUTE.findall(match[1]))
        href = given.pop("href", None)
        if href is None:
            return match[2]
        rest = "".join(f' {name}="{value}"' for name, value in given.items())
        return write_link(href, kind_of_address(unescape(href)), match[2], rest)

    clean = sanitise_html(html)
    if "<a" not in clean:
        return clean
    pieces: list[str] = []
    end = 0
    for match in ANCHOR.finditer(clean):
        pieces += EDGE_OF_LINK.sub("", clean[end : match.start()]), mark(match)
        end = match.end()
    return "".join((*pieces, EDGE_OF_LINK.sub("", clean[end:])))


def write_link(href: str, kind: LinkKind, inner: str, rest: str = "") -> str:
    return f'<a href="{href}" {KIND_ATTRIBUTE}="{kind.value}"{rest}>{inner}</a>'


def resolve_links(
    html: str,
    targets: Mapping[str, Mapping[int, str]],
    marks: Sequence[notes.Mark] = (),
    cite: Callable[[citations.StoredCitation], str] = operator.attrgetter("html"),
) -> str:
    """Return public HTML: links to rows become addresses, a link without a target becomes text.

    Each link that is left names its kind. `marks` are what leads to the notes, one for each; a note
    without one stands in brackets where it is called. `cite` writes a citation; without it, one is
    its words.
    """

    def replace(match: re.Match[str]) -> str:
        kind, row = database_row(match[1])
        if not kind:
            return match[0]
        url = row is not None and targets.get(kind, {}).get(row)
        return write_link(escape(url), LinkKind(kind), match[2]) if url else match[2]

    marked = mark_printed_links(html)
    resolved = ANCHOR.sub(replace, marked) if "linktype" in marked else marked
    left = iter(marks)
    marked = notes.replace_notes(resolved, lambda note: write_mark(note, next(left, None)))
    return citations.replace_citations(marked, cite)


def write_mark(note: notes.StoredNote, mark: notes.Mark | None) -> str:
    if mark is None:
        return f" [{note.html}]" if note.html else ""
    kind = f'{KIND_ATTRIBUTE}="{LinkKind.ANCHOR.value}"'
    return f'<sup><a href="#{mark.target}" {kind} id="{mark.anchor}">{mark.number}</a></sup>'
