"""Template tags and filters that format answers of the graph for French pages."""

import json
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cms.frontend import dates, pictures, printed_links, sentences

register = template.Library()
for _filter in (
    *(dates.iso_date, dates.plain_date, dates.iso_moment, dates.iso_seconds),
    *(pictures.largest_rendition, pictures.picture_sources),
    *(pictures.picture_path, pictures.picture_legend),
    *(printed_links.is_external, printed_links.reachable, printed_links.rich_text),
    sentences.end_sentence,
):
    register.filter(_filter)


@register.simple_tag
def has_extra(name: str) -> bool:
    """Return whether an extra of the package is installed."""
    return name in settings.EXTRAS


CLOSING = (",", ".", ")", "…", "/")  # what no space comes before, in a fact
NO_BREAK = "\u00a0"
NARROW = "\u202f"  # no-break, as French groups thousands
SPACES = {":": NO_BREAK, "»": NO_BREAK, ";": NARROW, "!": NARROW, "?": NARROW}
UNITS = ("octets", "Ko", "Mo", "Go")
LANGUAGES = {"fr": "français", "en": "anglais", "de": "allemand", "es": "espagnol"}
CORRECTION_KINDS = {
    "CORRECTION": "correction",
    "TYPO": "coquille",
    "NEW_INFORMATION": "nouvelle information",
}
DATA = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def fact_words(fact: dict[str, Any] | None) -> str:
    """Return a fact as one phrase: the words before its figure, the figure, the words after."""
    if not fact:
        return ""
    phrase = ""
    for part in filter(None, (fact["before"], fact["figure"]["text"], fact["after"])):
        phrase += f"{space_before(part) if phrase else ''}{part}"
    return phrase


@register.filter
def space_before(text: str) -> str:
    """Return the space between words and the text that follows them in a fact."""
    return "" if not text or text.startswith(CLOSING) else SPACES.get(text[0], " ")


@register.filter
def items(text: str) -> str:
    """Return the words of a cell: a list if they are on several lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return text
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((e,) for e in lines)))


@register.filter
def is_empty(figure: dict[str, Any]) -> bool:
    return figure["state"] == "EMPTY"


@register.filter
def file_size(count: int | None) -> str:
    """Return a number of bytes in a readable form: « 619 Ko »."""
    if count is None:
        return ""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    text = f"{value:.1f}" if unit > 1 and value < 10 else f"{value:.0f}"
    return f"{text.replace('.', ',')}{NARROW}{UNITS[unit]}"


@register.filter
def correction_kind(kind: str) -> str:
    """Return the French name of a kind of correction: « correction », « coquille »…"""
    return CORRECTION_KINDS.get(kind, "changement")


@register.filter
def language_name(code: str) -> str:
    return LANGUAGES.get(code.partition("-")[0], code)


@register.filter
def percent(value: str | None) -> str:
    """Return a fraction, given as decimal text, in percent: « 98 % »."""
    return "" if value is None else f"{Decimal(value) * 100:.0f}{NARROW}%"


@register.filter
def nest_lines(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lines with levels as nested lists: each line has the lines `below` it."""
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
def frontend_logo(site: dict[str, Any] | str = "") -> str:
    """Return the address of the logo: that of the site, else that of the settings.

    Without a site, as on error pages, the address is empty.
    """
    logo = site["logo"] if isinstance(site, dict) else None
    return pictures.smallest_rendition(logo) if logo else str(settings.FRONTEND_LOGO)


@register.simple_tag
def structured_data(**values: Any) -> SafeString:
    """Return schema.org metadata as a script element, escaped so that no value can end it.

    https://schema.org/docs/gs.html
    """
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
    """Return a title as a heading element of a level."""
    attribute = f' class="{escape(classes)}"' if classes else ""
    return mark_safe(f"<h{int(level)}{attribute}>{escape(text)}</h{int(level)}>")
