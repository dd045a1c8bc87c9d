"""How answers of the graph are written in a French page."""

import datetime
import json
import re
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

CLOSING = (",", ".", ")", "…", "/")  # what no space comes before, in a fact
NARROW = "\u202f"  # no-break, as French groups thousands
UNITS = ("octets", "Ko", "Mo", "Go")
LANGUAGES = {"fr": "français", "en": "anglais", "de": "allemand", "es": "espagnol"}
CORRECTION_KINDS = {
    "CORRECTION": "correction",
    "TYPO": "coquille",
    "NEW_INFORMATION": "nouvelle information",
}
ADDRESS = re.compile(r"[a-z]+:", re.IGNORECASE)
PRINTED_LINK = re.compile(
    r'<a href="(?P<address>[^"]*)"(?P<rest> data-kind="printed"[^>]*>(?P<words>.*?)</a>)', re.DOTALL
)
DATA = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def fact_words(fact: dict[str, Any] | None) -> str:
    """A fact as one phrase: what stands before its figure, the figure, what stands after."""
    if not fact:
        return ""
    phrase = ""
    for part in filter(None, (fact["before"], fact["figure"]["text"], fact["after"])):
        phrase += f"{space_before(part) if phrase else ''}{part}"
    return phrase


@register.filter
def space_before(text: str) -> str:
    """Return the space between words and the text that follows, as the schema says of `Fact`."""
    return "" if not text or text.startswith(CLOSING) else " "


@register.filter
def is_empty(figure: dict[str, Any]) -> bool:
    return figure["state"] == "EMPTY"


@register.filter
def file_size(count: int | None) -> str:
    """A number of bytes as people read it: « 619 Ko »."""
    if count is None:
        return ""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    text = f"{value:.1f}" if unit > 1 and value < 10 else f"{value:.0f}"
    return f"{text.replace('.', ',')}{NARROW}{UNITS[unit]}"


@register.filter
def iso_date(value: str | None) -> str:
    """A date and time of the graph as a day: « 3 mars 2025 »."""
    when = parse_datetime(value) if value else None
    return date_format(timezone.localtime(when), "j F Y") if when else ""


@register.filter
def plain_date(value: str) -> str:
    """A date of the graph: « 3 mars 2025 »."""
    return date_format(datetime.date.fromisoformat(value), "j F Y")


@register.filter
def largest_rendition(picture: dict[str, Any]) -> str:
    """Return the address of the largest rendition of a picture, or of the picture itself."""
    renditions = picture["renditions"]
    return renditions[-1]["url"] if renditions else picture["url"]


@register.filter
def iso_moment(value: str | None) -> str:
    """A date and time of the graph to the minute: « 3 mars 2025 à 10:30 »."""
    when = parse_datetime(value) if value else None
    return date_format(timezone.localtime(when), "j F Y à H:i") if when else ""


@register.filter
def iso_seconds(value: str) -> str:
    """A date and time of the graph, to the second: HTML knows no microseconds."""
    when = parse_datetime(value)
    return when.isoformat(timespec="seconds") if when else ""


@register.filter
def correction_kind(kind: str) -> str:
    """Return what a kind of correction is called: « correction », « coquille »…"""
    return CORRECTION_KINDS.get(kind, "changement")


@register.filter
def language_name(code: str) -> str:
    return LANGUAGES.get(code.partition("-")[0], code)


@register.filter
def with_sign(value: str | None) -> str:
    """A change, as exact decimal text, in French: « +3 », « −1,5 »."""
    if value is None:
        return ""
    text = value.replace(".", ",")
    return f"−{text[1:]}" if text.startswith("-") else f"+{text}"


@register.filter
def percent(value: str | None) -> str:
    """A share, as exact decimal text of one, in hundredths: « 98 % »."""
    return "" if value is None else f"{Decimal(value) * 100:.0f}{NARROW}%"


@register.filter
def is_external(address: str | None) -> bool:
    """Whether an address leads out of this site by itself."""
    return (address or "").startswith(("https://", "http://"))


@register.filter
def reachable(address: str | None, base: str | None) -> str:
    """Return a printed address as it leads from this site, or nothing where it leads nowhere.

    One without a site is relative to `base`, the site that the report was printed for.
    """
    if not address or address.startswith("#"):
        return address or ""
    return urljoin(base or "", address) if base or ADDRESS.match(address) else ""


@register.filter
def rich_text(html: str, base: str | None) -> SafeString:
    """Rich text of the graph, with printed links complete, or as words where nobody knows how."""

    def complete(link: re.Match[str]) -> str:
        address = reachable(unescape(link["address"]), base)
        return f'<a href="{escape(address)}"{link["rest"]}' if address else link["words"]

    return mark_safe(PRINTED_LINK.sub(complete, html))  # the graph has sanitised it


@register.filter
def picture_sources(picture: dict[str, Any]) -> str:
    """The renditions of a picture as `srcset`, each width once."""
    by_width = {rendition["width"]: rendition["url"] for rendition in picture["renditions"]}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


@register.filter
def picture_path(csv: str, kind: str) -> str:
    """Return the path of a chart as a picture of a kind, from that of its data."""
    folder, _, file = csv.rpartition("/donnees/")
    return f"{folder}/graphiques/{file.removesuffix('csv')}{kind}"


@register.filter
def picture_legend(block: dict[str, Any]) -> str:
    """Return the text under a picture: its caption, and whom it is owed to."""
    return " – ".join(filter(None, (block["caption"], block["picture"]["credit"])))


@register.filter
def nest_lines(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines that know their level as lists in lists: each line with those `below` it."""
    tops: list[dict[str, Any]] = []
    open_: list[dict[str, Any]] = []
    for line in lines:
        node = {**line, "below": []}
        del open_[max(line["level"] - 1, 0) :]
        (open_[-1]["below"] if open_ else tops).append(node)
        open_.append(node)
    return tops


@register.simple_tag
def frontend_theme() -> str:
    """Return the theme of the pages: `etat`, the State's design system, or `neutre`."""
    return str(settings.FRONTEND_THEME)


@register.simple_tag
def frontend_logo() -> str:
    return str(settings.FRONTEND_LOGO)


@register.simple_tag
def structured_data(**values: Any) -> SafeString:
    """Metadata of schema.org: https://schema.org/docs/gs.html. No value can end the element."""
    known = {name: value for name, value in values.items() if value}
    packed = json.dumps({"@context": "https://schema.org", **add_type(known)}, ensure_ascii=False)
    return mark_safe(  # escaped here, as JSON is
        f'<script type="application/ld+json">{packed.translate(DATA)}</script>'
    )


def add_type(values: dict[str, Any]) -> dict[str, Any]:
    kind = values.pop("kind")
    return {"@type": kind, **values}


@register.simple_tag
def heading_tag(level: int, text: str, classes: str = "") -> SafeString:
    """A title at the level that its place asks for."""
    attribute = f' class="{escape(classes)}"' if classes else ""
    return mark_safe(f"<h{int(level)}{attribute}>{escape(text)}</h{int(level)}>")
