"""Recognises cards whose name is in a line above their list: « **Nom** », « - Mission : … »."""

import re
from collections.abc import Container, Mapping, Sequence
from html import escape
from typing import Any

from bs4 import BeautifulSoup

from reports.core.text.anchors import slugify
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.items import Item
from reports.exchange.importing.recognise.cards import build_cards, read_card

NO_LEVEL = "9"  # of what is no heading
MIN_CARD_LEVEL = 3  # level of headings that may be names of cards

LINKED = r"<a [^<>]*+>[^<>]{1,120}</a>"
# The last line of a paragraph, if it is nothing but bold words.
NAME = re.compile(
    rf"<p>(?:<b>(?:[^<>]{{1,120}}|{LINKED})</b>|<a [^<>]*+><b>[^<>]{{1,120}}</b></a>)"
    r"(?:\s?:)?</p>\Z"
)


def recognise_named_list(items: Sequence[Item], name: Draft, notices: list[Notice]) -> Draft | None:
    """Return the card of a list below the draft that ends with its name; None for other lists.

    The first item of the list must state the mission.
    """
    words = find_name(name)
    if not words or not items or items[0].children:
        return None
    if get_vocabulary().mission.split_label(items[0].text) is None:
        return None
    paragraph: Any = BeautifulSoup(words, "lxml").p
    whole = Item(name.line, list(paragraph.children), list(items), ordered=False, simple=True)
    return build_cards([read_card(whole, notices)], name.line)


def recognise_headed_list(
    items: Sequence[Item], heading: Draft, notices: list[Notice]
) -> Draft | None:
    """Return the card of a list below a heading, which may be its name."""
    if int(heading.value["level"]) < MIN_CARD_LEVEL:
        return None
    words = f"<p><b>{escape(heading.value['text'])}</b></p>"
    return recognise_named_list(items, Draft("paragraph", heading.line, {"text": words}), notices)


def join_headed_cards(
    drafts: Sequence[Draft], cards: Mapping[int, Draft], linked: Container[str]
) -> list[Draft]:
    """Return the drafts with headings and their lists joined to cards.

    At least two headings of one level must follow each other, each with nothing but the list of a
    card below it. `cards` has the possible cards by the id of the heading's draft. Headings with
    their own anchor, or that are `linked` to, stay headings.
    """
    joined: list[Draft] = []
    place = 0
    while place < len(drafts):
        run = find_headed_run(drafts, place, cards, linked)
        if len(run) > 1 and len({card.kind for card in run}) == 1:
            run[0].value["cards"] = [each for card in run for each in card.value["cards"]]
            joined.append(run[0])
            place += 2 * len(run)
        else:
            joined.append(drafts[place])
            place += 1
    return joined


def find_headed_run(
    drafts: Sequence[Draft], place: int, cards: Mapping[int, Draft], linked: Container[str]
) -> list[Draft]:
    """Return the cards of consecutive headings of one level with their lists, from a place on."""
    run: list[Draft] = []
    level = drafts[place].value.get("level")
    for at in range(place, len(drafts), 2):
        heading = drafts[at]
        card = cards.get(id(heading))
        if card is None or heading.value["level"] != level:
            break
        if heading.value["anchor"] or slugify(heading.value["text"]) in linked:
            break
        run.append(card)
    end = place + 2 * len(run)
    following = drafts[end] if end < len(drafts) else None
    if run and following and str(following.value.get("level", NO_LEVEL)) > str(level):
        run.pop()  # more than the list of a card stands below its heading
    return run


def find_name(draft: Draft) -> str:
    """Return the line that may be the name of a card, as HTML.

    It is in bold at the end of a paragraph, or a link on a line of its own.
    """
    if draft.kind == "links":
        link = draft.value["items"][-1]
        return f'<p><a href="{escape(link["url"])}">{escape(link["text"])}</a></p>'
    found = NAME.search(draft.value["text"]) if draft.kind == "paragraph" else None
    return found[0] if found else ""


def take_name(draft: Draft) -> bool:
    """Remove the name of a card from the draft above it; return whether anything is left."""
    if draft.kind == "links":
        del draft.value["items"][-1]
        return bool(draft.value["items"])
    draft.value["text"] = NAME.sub("", draft.value["text"])
    return bool(draft.value["text"])
