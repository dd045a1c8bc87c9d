"""Lists every public page and record with its address and title."""

import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from cms.frontend.api_client import Visit

NAMES = {"funding_round": "rounds"}  # of lists in the document that are not plain plurals
RECORDS = {NAMES.get(kind, f"{kind}s"): kind for kind in settings.RECORD_PAGES}
"""The lists of records in the document, with the kind of each, which is the name of its address."""
LISTS = ("pages", *RECORDS)
PAGE_SIZE = 100  # of each kind in an answer


@dataclass(frozen=True)
class Entry:
    """A page or a record. `kind` is the name of its list in the document `sitemap`."""

    kind: str
    path: str
    title: str
    published: str | None = None  # when it was last published, where that is known
    key: str = ""  # of a record: its code or slug


def list_entries(
    visit: Visit, kinds: Collection[str] = LISTS, most: int | None = None
) -> Iterator[Entry]:
    """Yield the public pages and records of some kinds, up to 100 of each per request.

    It stops after `most` of each kind, or a few more.
    """
    variables: dict[str, Any] = dict.fromkeys(LISTS)
    for asked in itertools.count(1):
        result = visit.ask("sitemap", **variables)
        for kind in kinds:
            for node in result[kind]["nodes"]:
                yield build_entry(kind, node)
        ends = {name: result[name]["pageInfo"] for name in kinds}
        is_enough = most is not None and asked * PAGE_SIZE >= most
        if is_enough or not any(end["hasNextPage"] for end in ends.values()):
            return
        # past the end a connection is empty, so that all can be asked together
        for name, end in ends.items():
            variables[name] = end["endCursor"] or variables[name]


def build_entry(kind: str, node: dict[str, Any]) -> Entry:
    if kind == "pages":
        return Entry(kind, node["urlPath"], node["title"], node["lastPublishedAt"])
    key = node["code"] if "code" in node else node["slug"]
    return Entry(kind, reverse(RECORDS[kind], args=[key]), node["name"], key=key)
