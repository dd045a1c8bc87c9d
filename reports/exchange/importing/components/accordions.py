"""Marks accordions: one right after a picture is its transcription, any other is a block."""

import re

from bs4 import BeautifulSoup, Tag

from reports.exchange.importing.components.nodes import (
    HEADING,
    demote_headings,
    element_after,
    element_before,
    has_class,
    make_title,
    new_tag,
)

ACCORDION = "bilan-accordion"
TITLE = "bilan-accordion__title"
TITLES = ".fr-accordion__title, .fr-accordion__btn, summary"
# What the title of a picture's description says, in the words of the DSFR, the RGAA and others.
DESCRIPTION = re.compile(
    r"^\W*(?:(?:voir|lire|afficher|consulter|télécharger)\s+(?:l[ae]s?\s+|l['’])?)?"
    r"(?:transcript(?:ion)?\b|description(?:$|\s*:)|image\s+description|description\s+(?:détaillée|longue|textuelle|accessible|du|de\s+l)"
    r"|(?:tableau\s+(?:de|des)\s+)?données(?:$|\s+(?:du|de\s+l|des|associées|chiffrées|en\s+tableau))"
    r"|(?:version|équivalent|alternative)\s+(?:text|accessible)|texte\s+alternatif"
    r"|alternative(?:$|\s*:)|(?:long|text|detailed)\s+(?:description|version|alternative)"
    r"|(?:view|show|see|get)\s+(?:the\s+)?(?:chart\s+|table\s+)?data"
    r"|(?:chart|figure)\s+data|data\s+(?:table|for|behind))",
    re.IGNORECASE,
)
MAX_LABEL_CHARACTERS = 120
DESCRIBING = ("ul", "ol", "p", "table")


def simplify_accordions(soup: BeautifulSoup) -> None:
    """Mark accordions and the transcriptions of pictures."""
    for box in soup.select(".fr-accordion, details"):
        title = next((found for found in box.select(TITLES) if found.get_text(strip=True)), None)
        describes = title is not None and follows_picture(box) and is_description(box, title)
        demote_headings(soup, box)
        if title is None:
            continue
        if describes:
            mark_transcription(soup, box)
        elif not has_class(box, ACCORDION):
            mark_accordion(soup, box)
    describe_in_words(soup)


def is_description(box: Tag, title: Tag) -> bool:
    """Return whether an accordion after a picture describes it.

    Its title says so, or it contains nothing but a table.
    """
    if DESCRIPTION.match(title.get_text(" ", strip=True)):
        return True
    table = box.find("table")
    said = title.get_text(strip=True) + (table.get_text(strip=True) if table else "")
    return table is not None and len(said.split()) >= len(box.get_text(strip=True).split())


def follows_picture(box: Tag) -> bool:
    """Return whether an element is right after a picture, in the same figure or after it."""
    before = element_before(box)
    if before is None and box.parent is not None and box.parent.name in ("div", "figure"):
        before = element_before(box.parent)
    if before is None:
        return False
    if before.name == "figcaption":
        return before.parent is not None and before.parent.find("img") is not None
    image = before if before.name == "img" else before.find("img")
    if not isinstance(image, Tag) or has_class(before, "fr-transcription", ACCORDION):
        return False
    return before.name == "figure" or not before.get_text(strip=True)


def mark_transcription(soup: BeautifulSoup, box: Tag) -> None:
    """Turn an accordion into a transcription, whose first line is its title."""
    box.name = "div"
    box["class"] = "fr-transcription"
    for button in box.find_all(["button", "summary"]):
        if button.name == "summary":
            make_title(soup, button)
        else:
            button.unwrap()


def mark_accordion(soup: BeautifulSoup, box: Tag) -> None:
    """Rewrite an accordion as a section: its title, then its content."""
    title = box.find("summary") or box.select_one(".fr-accordion__btn") or box.find("strong")
    if not isinstance(title, Tag):
        return
    top = title
    while top.parent is not None and top.parent is not box:
        if top.parent.get_text(strip=True) != title.get_text(strip=True):
            return
        top = top.parent
    head = new_tag(soup, "p", title, **{"class": TITLE})
    head.extend(list(title.children))
    top.replace_with(head)
    box.name = "section"
    box["class"] = ACCORDION


def part_descriptions(soup: BeautifulSoup) -> None:
    """Separate a picture from its description, if they are two lines of one paragraph."""
    for image in soup.select("p > img"):
        paragraph, rest = image.parent, list(image.next_siblings)
        if paragraph is None or element_before(image) is not None or has_words_before(image):
            continue
        words = "".join(node.get_text() for node in rest)
        if words.startswith("\n") and DESCRIPTION.match(words):
            label = new_tag(soup, "p", paragraph)
            label.extend(rest)
            paragraph.insert_after(label)


def has_words_before(node: Tag) -> bool:
    """Return whether words precede a node in its parent."""
    return any(before.get_text(strip=True) for before in node.previous_siblings)


def describe_in_words(soup: BeautifulSoup) -> None:
    """Make transcriptions of the descriptions below lines such as « Transcription : »."""
    part_descriptions(soup)
    for label in soup.find_all(["p", HEADING]):
        words = label.get_text(" ", strip=True)
        if not DESCRIPTION.match(words) or label.find("img") or not follows_picture(label):
            continue
        head, _, rest = words.partition(":")
        is_whole = bool(rest.strip())
        following = None if is_whole else element_after(label)
        if len(head) > MAX_LABEL_CHARACTERS or (label.name != "p" and is_whole):
            continue
        if not is_whole and (following is None or following.name not in DESCRIBING):
            continue
        box = new_tag(soup, "div", label, **{"class": "fr-transcription"})
        label.insert_before(box)
        label.name = "p"
        box.extend([label] if following is None else [label, following])
