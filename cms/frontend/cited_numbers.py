"""Leads from the numbers of texts to the figures that they cite, and from these back."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from html import escape, unescape
from typing import Any

# Linear: an attempt ends where the next one may begin.
CITED = re.compile(
    r"<data\b(?P<attributes>[^<>]*)>(?P<words>[^<]*+(?:<(?!/?data\b)[^<]*+)*+)</data>"
)
PLACE = re.compile(r'(?<= data-place=")(?P<path>[^"#]*)#(?P<anchor>[^"]*)')
TAG = re.compile(r"<[^>]*>")


def link_numbers(html: str) -> str:
    """Return rich text in which each cited number is a link to its figure."""
    return CITED.sub(link_number, html) if "data-place" in html else html


def link_number(match: re.Match[str]) -> str:
    place = PLACE.search(match["attributes"])
    return f'<a class="bilan-cited" href="{place[0]}">{match[0]}</a>' if place else match[0]


def link_citations(report: dict[str, Any]) -> None:
    """Let citations of a report lead to places on its page, whatever page that is.

    Each block gets the texts that cite it, as `cited_by`: the `anchor` of their block, and the
    `words` of the number. A block that the introduction cites `is_cited`, and has no such text: the
    introduction is the head of the page, and has no anchor.
    """
    cited: defaultdict[str, list[dict[str, str]]] = defaultdict(list)

    def lead(match: re.Match[str], anchor: str) -> str:
        place = PLACE.search(match["attributes"])
        if place is None or place["path"] != escape(report["path"]):
            return match[0]
        words = unescape(TAG.sub("", match["words"]))
        cited[place["anchor"]] += [{"anchor": anchor, "words": words}] if anchor else []
        return match[0].replace(place[0], f"#{place['anchor']}", 1)

    change_texts(report["introduction"], partial(CITED.sub, partial(lead, anchor="")))
    for block in report["body"]:
        change_texts(block, partial(CITED.sub, partial(lead, anchor=get_anchor(block))))
    for block in report["body"]:
        block["is_cited"] = get_anchor(block) in cited
        block["cited_by"] = cited.get(get_anchor(block), [])


def get_anchor(block: dict[str, Any]) -> str:
    """Return what the element of a block has as `id`."""
    return str(block.get("anchor") or block["id"])


def change_texts(value: Any, change: Callable[[str], str]) -> None:
    """Change the texts with citations in a block in place."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for place, each in places:
        if isinstance(each, str) and "data-place" in each:
            value[place] = change(each)
        elif isinstance(each, dict | list):
            change_texts(each, change)
