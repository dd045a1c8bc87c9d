"""Metadata in the data files: publisher, dates and licence."""

from dataclasses import dataclass
from typing import Any

from cms.data.lookup import Edition
from cms.frontend.api_client import Visit


@dataclass(frozen=True)
class Terms:
    """The publisher, licence and contact of a site. Each part may be empty."""

    name: str
    publisher: str
    licence: str
    licence_url: str
    licence_type: str
    publisher_type: str
    contact_email: str
    contact_url: str
    coverage: str


def read_terms(visit: Visit) -> Terms:
    """Return the publisher and the licence of the data."""
    site = visit.ask("site")["site"]
    licence = site["licence"] or {"name": "", "url": None, "type": ""}
    name = site["name"] or visit.name
    return Terms(
        name=name,
        publisher=site["publisher"] or name,
        licence=licence["name"],
        licence_url=licence["url"] or "",
        licence_type=licence["type"],
        publisher_type=site["publisherType"],
        contact_email=site["contactEmail"],
        contact_url=site["contactUrl"] or "",
        coverage=site["coverage"] or "",
    )


def describe_edition(visit: Visit, edition: Edition) -> dict[str, Any]:
    """Return the metadata in the files of a report, by their names in JSON."""
    terms = read_terms(visit)
    report, version = edition.report, edition.version
    return {
        "titre": report["heroTitle"],
        "bilan": report["year"],
        "version": edition.number,
        "publie_le": version["publishedAt"] if version else report["lastPublishedAt"],
        "adresse": f"{visit.base}{edition.path}",
        "editeur": terms.publisher,
        "licence": {"nom": terms.licence, "adresse": terms.licence_url} if terms.licence else None,
    }
