"""Describes the files of a dataset and their terms of use, as distributions of the catalogue."""

from django.conf import settings

from cms.data.metadata import Terms
from cms.data.vocabulary import (
    Node,
    build_concept,
    build_link,
    build_term,
    build_type,
    in_french,
)
from cms.frontend.api_client import Visit

MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
# Of each kind of file: the name of its type in the table of the Union, its media type, its content.
FILE_TYPES = {
    "csv": ("CSV", "text/csv", "Une ligne pour chaque chiffre."),
    "json": ("JSON", "application/json", "Les mêmes lignes, et qui les publie."),
    "ods": (
        "ODS",
        "application/vnd.oasis.opendocument.spreadsheet",
        "Un classeur : tous les chiffres, puis chaque tableau et graphique sur une feuille.",
    ),
}
if "data" not in settings.EXTRAS:
    del FILE_TYPES["ods"]


def describe_file(terms: Terms, dataset: Node, address: str, ending: str) -> Node:
    """Return the distribution of a dataset in one format. All of them have the same columns."""
    name, media_type, description = FILE_TYPES[ending]
    dates: Node = {key: dataset[key] for key in ("dct:issued", "dct:modified") if key in dataset}
    title = dataset["dct:title"]["@value"]
    return {
        "@id": f"{address}.{ending}#fichier",
        "@type": "dcat:Distribution",
        "dct:title": in_french(f"{title} ({name})"),
        "dct:description": in_french(description),
        "dcat:accessURL": build_link(dataset["dcat:landingPage"]["@id"]),
        "dcat:downloadURL": build_link(f"{address}.{ending}"),
        "dct:format": build_term("file-type", name, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}/{media_type}", "@type": "dct:MediaType"},
        "dct:conformsTo": {"@id": f"{address}.schema.json", "@type": "dct:Standard"},
        "dcatap:availability": build_concept("planned-availability", "STABLE", "stable"),
        **describe_licence(terms),
        **dates,
    }


def describe_publisher(visit: Visit, terms: Terms) -> Node:
    return {
        "@id": f"{visit.base}/#editeur",
        "@type": "foaf:Agent",
        "foaf:name": in_french(terms.publisher),
        **build_type("publishertype", terms.publisher_type),
    }


def describe_contact(visit: Visit, terms: Terms) -> Node:
    """Return the contact for questions about the data; empty if the site names none."""
    ways: Node = {}
    if terms.contact_email:
        ways["vcard:hasEmail"] = {"@id": f"mailto:{terms.contact_email}"}
    if terms.contact_url:
        ways["vcard:hasURL"] = {"@id": terms.contact_url}
    if not ways:
        return {}
    named = {"@id": f"{visit.base}/#contact", "@type": "vcard:Kind"}
    return {"dcat:contactPoint": named | {"vcard:fn": in_french(terms.publisher)} | ways}


def describe_coverage(terms: Terms) -> Node:
    """Return the territory that the figures cover; empty if the site names none."""
    return (
        {"dct:spatial": {"@id": terms.coverage, "@type": "dct:Location"}} if terms.coverage else {}
    )


def describe_licence(terms: Terms) -> Node:
    """Return the licence by its address, from which portals know it. Nothing without one."""
    if not terms.licence_url:
        return {}
    licence = {"@id": terms.licence_url, "@type": "dct:LicenseDocument"}
    return {"dct:license": licence | build_type("licencetype", terms.licence_type)}
