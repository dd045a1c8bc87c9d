"""Cards whose name stands in a line above their list: « **Nom** », then « - Mission : … »."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from bs4 import BeautifulSoup

from reports.importing.draft import Draft
from reports.importing.findings import Notice
from reports.importing.items import Item
from reports.importing.recognise.cards import build_cards, read_card
from reports.importing.vocabulary import get_vocabulary

LINKED = r"<a [^<>]*+>[^<>]{1,120}</a>"
# The last line of a paragraph, if it is nothing but bold words.
NAME = re.compile(
    rf"<p>(?:<b>(?:[^<>]{{1,120}}|{LINKED})</b>|<a [^<>]*+><b>[^<>]{{1,120}}</b></a>)</p>\Z"
)


def recognise_named_list(items: Sequence[Item], name: Draft, notices: list[Notice]) -> Draft | None:
    """Return the card of a list below the draft that ends with its name; None for other lists.

    Its first line says what the service is for.
    """
    words = find_name(name)
    if not words or not items or items[0].children:
        return None
    if get_vocabulary().mission.split_label(items[0].text) is None:
        return None
    paragraph: Any = BeautifulSoup(words, "lxml").p
    whole = Item(name.line, list(paragraph.children), list(items), ordered=False, simple=True)
    return build_cards([read_card(whole, notices)], name.line)


def find_name(draft: Draft) -> str:
    """Return the line that may be the name of a card, as HTML: bold words at the end of a
    paragraph, or a link on a line of its own.
    """
    if draft.kind == "links":
        link = draft.value["items"][-1]
        return f'<p><a href="{escape(link["url"])}">{escape(link["text"])}</a></p>'
    found = NAME.search(draft.value["text"]) if draft.kind == "paragraph" else None
    return found[0] if found else ""


def take_name(draft: Draft) -> bool:
    """Take the line that has become the name of a card out of a draft; say whether any is left."""
    if draft.kind == "links":
        del draft.value["items"][-1]
        return bool(draft.value["items"])
    draft.value["text"] = NAME.sub("", draft.value["text"])
    return bool(draft.value["text"])
