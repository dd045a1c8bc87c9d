"""Services as a report prints them: cards, lines and rows of awards."""

from typing import Any
from urllib.parse import unquote

from reports.blocks.services import CardBlock
from reports.checks.reading import Reading
from reports.checks.reading.facts import fact
from reports.checks.reading.parts import Card, Fact, Link, Named, Text
from reports.checks.reading.place import Place
from reports.tables import Table


def named(reading: Reading, value: Any, place: Place) -> Named:
    """A service by its printed name, and the link on it."""
    name, url = value["name"] or "", value["url"] or ""
    found = Named(place, name, url, tail(url))
    reading.services.append(found)
    if url:
        reading.links.append(Link(place, name, url))
    return found


def tail(url: str) -> str:
    """What a link to a service ends in: `/startups/a-just.html` is a-just."""
    last = unquote(url.partition("#")[0].partition("?")[0]).rstrip("/").rpartition("/")[2]
    return last.removesuffix(".html")


def awarded(reading: Reading, table: Table, place: Place) -> None:
    """The services at the head of the rows of a table of awards."""
    for row in table.rows:
        spot = place.below(row.head)
        reading.services.append(Named(spot, row.head, row.url, row.ref or tail(row.url)))


def card(reading: Reading, block: CardBlock, value: Any, place: Place) -> None:
    """A card: its name, its words, its facts by period."""
    service = named(reading, value, place)
    spot = place.below(service.name)
    for name in ("name", "mission", "status"):
        if words := value[name] or "":
            reading.texts.append(Text(spot, name, words))

    def facts(listed: Any, heading: str) -> tuple[Fact, ...]:
        return tuple(fact(reading, item, spot.below(heading), heading) for item in listed or ())

    if "periods" in block.child_blocks:
        periods = tuple(
            (p["heading"] or "", facts(p["facts"], p["heading"] or "")) for p in value["periods"]
        )
        growth = fact(reading, value["growth"], spot.below("Évolution"), "growth")
    else:
        heading = value["facts_heading"] or ""
        periods, growth = ((heading, facts(value["facts"], heading)),), None
    words = (value["mission"] or "", value["status"] or "")
    reading.cards.append(Card(spot, service.name, service.slug, *words, periods, growth))
