"""Simplifies boxes: tiles, cards, alerts, highlights, quotations and Markdown callouts."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reports.exchange.importing.components.nodes import demote_headings, new_tag
from reports.exchange.importing.elements import CALLOUT_TITLES
from reports.exchange.importing.inline import STRONG, significant_nodes, words_of

FRAMED = (".fr-alert", ".fr-highlight", ".fr-notice")
LINKED = (".fr-tile", ".fr-card")
MARKER = re.compile(rf"\s*\[!({'|'.join(CALLOUT_TITLES)})\][ \t]*", re.IGNORECASE)

LABEL = re.compile(
    r"(?:à noter|notes?|remarques?|nota bene|n\.?b\.?|attention|important|rappel|bon à savoir"
    r"|le saviez-vous|à retenir|zoom|focus|info(?:rmation)?|tip|warning|caution|reminder"
    r"|did you know|key point|please note|in focus|spotlight)\s?[:.!?]*",
    re.IGNORECASE,
)
"""Bold words with which a framed remark begins, in a quotation that nobody said."""


def simplify_boxes(soup: BeautifulSoup) -> None:
    """Turn alerts into callouts, tiles and cards into paragraphs, quotations into quotes."""
    for box in soup.select(", ".join(LINKED)):
        demote_headings(soup, box)
    for box in soup.select(", ".join(FRAMED)):
        frame(soup, box)
    for figure in soup.select("figure.fr-quote, figure:has(> blockquote)"):
        simplify_quote(soup, figure)
    for footer in soup.select("blockquote footer"):
        name_speaker(footer)
    for quote in soup.find_all("blockquote"):
        frame_marked(soup, quote)
        frame_labelled(soup, quote)
    for box in soup.select(".fr-callout"):
        for title in box.select(".fr-callout__title"):
            title.name = "p"
        if not box.find("table"):
            demote_headings(soup, box)


def frame(soup: BeautifulSoup, box: Tag) -> None:
    """Turn a box into a callout, with its title if it begins with one."""
    box["class"] = "fr-callout"
    title = box.select_one(".fr-alert__title, .fr-notice__title, h2, h3, h4, h5, h6")
    if title is not None:
        title.name = "p"
        title["class"] = "fr-callout__title"


def simplify_quote(soup: BeautifulSoup, figure: Tag) -> None:
    """Move the caption of a quotation into it, as the name of the speaker."""
    quote, caption = figure.find("blockquote"), figure.find("figcaption")
    if not isinstance(quote, Tag) or figure.find(["table", "img"]):
        return
    if isinstance(caption, Tag) and caption.find_previous("blockquote") is quote:
        said_by = new_tag(soup, "cite", caption)
        words = ", ".join(text for text in caption.stripped_strings)
        said_by.string = words
        caption.decompose()
        quote.append(said_by)
    figure.name = "div"


def name_speaker(footer: Tag) -> None:
    """Turn the footer of a quotation into the name of the speaker, if it ends the quotation."""
    quote = footer.find_parent("blockquote")
    if quote is not None and words_of(quote).endswith(words_of(footer)):
        footer.name = "cite"


def frame_marked(soup: BeautifulSoup, quote: Tag) -> None:
    """Turn a quotation that begins with GitHub's `[!NOTE]` into a callout."""
    text = next((n for n in quote.descendants if isinstance(n, NavigableString) and n.strip()), "")
    found = MARKER.match(text)
    if not isinstance(text, NavigableString) or found is None:
        return
    text.replace_with(str(text)[found.end() :].lstrip("\n"))
    quote.name = "div"
    quote["class"] = "fr-callout"
    title = new_tag(soup, "p", quote, **{"class": "fr-callout__title"})
    title.string = CALLOUT_TITLES[found[1].upper()]
    quote.insert(0, title)


def frame_labelled(soup: BeautifulSoup, quote: Tag) -> None:
    """Turn a quotation that begins with « **À noter** : » into a callout with this title."""
    first = next((node for node in quote.children if isinstance(node, Tag)), None)
    lead = significant_nodes(first.children)[:1] if first is not None and first.name == "p" else []
    if quote.name != "blockquote" or not lead or not isinstance(lead[0], Tag):
        return
    label = words_of(lead[0])
    if lead[0].name not in STRONG or not LABEL.fullmatch(label) or words_of(quote) == label:
        return
    following = lead[0].next_sibling
    if isinstance(following, NavigableString):
        following.replace_with(str(following).lstrip(" \u00a0\u202f:"))
    lead[0].extract()
    quote.name = "div"
    quote["class"] = "fr-callout"
    title = new_tag(soup, "p", quote, **{"class": "fr-callout__title"})
    title.string = label.rstrip(" \u00a0\u202f:.")
    quote.insert(0, title)
