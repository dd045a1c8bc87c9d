"""Every public page and record: its address, and what it is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cms.frontend.api_client import Visit

# Lists of the document, and of the records in them: the address and what it is made of.
RECORDS = {
    "indicators": ("indicator", "code"),
    "services": ("service", "slug"),
    "incubators": ("incubator", "slug"),
    "rounds": ("funding_round", "slug"),
}
LISTS = ("pages", *RECORDS)


@dataclass(frozen=True)
class Entry:
    """A page or a record. `kind` is the list of the document that it stands in."""

    kind: str
    path: str
    title: str
    published: str | None = None  # when it was last published, where that is known
    key: str = ""  # of a record: its code or slug


def list_entries(visit: Visit) -> Iterator[Entry]:
    """Yield what is public, up to 100 of each kind at a time."""
    variables: dict[str, Any] = dict.fromkeys(LISTS)
    while True:
        result = visit.ask("sitemap", **variables)
        for page in result["pages"]["nodes"]:
            yield Entry("pages", page["urlPath"], page["title"], page["lastPublishedAt"])
        for kind, (address, key) in RECORDS.items():
            for record in result[kind]["nodes"]:
                path = reverse(address, args=[record[key]])
                yield Entry(kind, path, record["name"], key=record[key])
        ends = {name: result[name]["pageInfo"] for name in LISTS}
        if not any(end["hasNextPage"] for end in ends.values()):
            return
        # past the end a connection is empty, so that all can be asked together
        for name, end in ends.items():
            variables[name] = end["endCursor"] or variables[name]
