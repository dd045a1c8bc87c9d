"""Terms in which the catalogue is written: DCAT-AP 3.0, and authority tables of the EU.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from typing import Any

Node = dict[str, Any]

ADMS = "http://purl.org/adms"
AUTHORITY = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGES = {"fr": "FRA", "en": "ENG", "de": "DEU", "es": "SPA"}


def build_term(table: str, name: str, kind: str) -> Node:
    """Return a term of an authority table of the European Union."""
    return {"@id": f"{AUTHORITY}/{table}/{name}", "@type": kind}


def build_concept(table: str, name: str, label: str) -> Node:
    """Return a term that is a concept, with the label that DCAT-AP requires."""
    return build_term(table, name, "skos:Concept") | {"skos:prefLabel": in_french(label)}


def build_type(table: str, name: str) -> Node:
    """Return the `dct:type` of something from an ADMS table; an empty mapping without a name."""
    if not name:
        return {}
    concept = {"@id": f"{ADMS}/{table}/{name}", "@type": "skos:Concept"}
    return {"dct:type": concept | {"skos:prefLabel": {"@value": name, "@language": "en"}}}


def build_link(address: str) -> Node:
    """Return the address of a file or a page, typed as a resource as DCAT-AP requires."""
    return {"@id": address, "@type": "rdfs:Resource"}


def build_language(name: str) -> Node:
    return build_term("language", LANGUAGES.get(name, "FRA"), "dct:LinguisticSystem")


def build_years(first: int, last: int) -> Node:
    """Return the time from the first day of a year to the last day of another."""
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": f"{first}-01-01", "@type": "xsd:date"},
        "dcat:endDate": {"@value": f"{last}-12-31", "@type": "xsd:date"},
    }


def build_dates(issued: str | None, modified: str | None) -> Node:
    """Return when something was published first and last, as far as that is known."""
    dates = {"dct:issued": issued, "dct:modified": modified}
    return {name: {"@value": date, "@type": "xsd:dateTime"} for name, date in dates.items() if date}


def span_dates(nodes: list[Node]) -> Node:
    """Return the dates of a collection: the first date of issue, and the last modification."""
    issued = [each["dct:issued"]["@value"] for each in nodes if "dct:issued" in each]
    modified = [each["dct:modified"]["@value"] for each in nodes if "dct:modified" in each]
    return build_dates(min(issued, default=None), max(modified, default=None))


def build_scheme(table: str, title: str) -> Node:
    """Return an authority table of the European Union as a concept scheme with a title."""
    scheme = {"@id": f"{AUTHORITY}/{table}", "@type": "skos:ConceptScheme"}
    return scheme | {"dct:title": in_french(title)}


def in_french(text: str) -> Node:
    return {"@value": text, "@language": "fr"}
