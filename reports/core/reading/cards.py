"""Collects the services that a report prints, in cards, lines and rows of awards.

`visitor` calls it and adds them to the `Reading`.
"""

from collections.abc import Iterable
from urllib.parse import unquote

from reports.core.document.facts import Fact
from reports.core.document.service_blocks import ComparisonCard, ImpactCard, PrintedService
from reports.core.document.table import Table
from reports.core.document.traversal import Visit
from reports.core.reading import Reading, parts
from reports.core.reading.facts import collect_fact
from reports.core.reading.place import Place, place_of


def collect_service(node: PrintedService, place: Place, reading: Reading) -> parts.NamedService:
    """Add a service by its printed name, and the link on it."""
    service = parts.NamedService(place, node.name, node.url, slug_in(node.url))
    reading.services.append(service)
    if node.url:
        reading.links.append(parts.Link(place, node.name, node.url))
    return service


def slug_in(url: str) -> str:
    """Return what a link to a service ends in: `/startups/a-just.html` is a-just."""
    last = unquote(url.partition("#")[0].partition("?")[0]).rstrip("/").rpartition("/")[2]
    return last.removesuffix(".html")


def collect_awarded_services(table: Table, place: Place, reading: Reading) -> None:
    """Add the services at the head of the rows of a table of awards."""
    for row in table.rows:
        slug = row.confirmed_ref or slug_in(row.url)
        reading.services.append(parts.NamedService(place.below(row.head), row.head, row.url, slug))


def collect_card(node: ImpactCard | ComparisonCard, visit: Visit, reading: Reading) -> None:
    """Add a card: its name, its words, its facts by period. Places in it are named, not counted."""
    service = collect_service(node, place_of(visit), reading)
    place = service.place.below(service.name)
    for name in ("name", "mission", "status"):
        if words := getattr(node, name):
            reading.texts.append(parts.Text(place, name, words))

    def collect_facts(facts: Iterable[Fact], heading: str) -> tuple[parts.Fact, ...]:
        below = place.below(heading)
        return tuple(collect_fact(fact, below.inside(fact.id), reading, heading) for fact in facts)

    periods = tuple((p.heading, collect_facts(p.facts, p.heading)) for p in node.periods)
    growth = None
    if isinstance(node, ComparisonCard):
        growth = collect_fact(node.growth, place.below("Évolution"), reading, "growth")
    reading.cards.append(
        parts.Card(place, service.name, service.slug, node.mission, node.status, periods, growth)
    )
