"""The data as a catalogue: DCAT-AP 3.0 in JSON-LD, as data.gouv.fr harvests it.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from typing import Any

import orjson
from django.urls import reverse

from cms.frontend.api_client import Visit
from cms.frontend.data.lookup import list_reports, read_version
from cms.frontend.data.metadata import Terms, read_terms

Node = dict[str, Any]

AUTHORITY = "http://publications.europa.eu/resource/authority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGES = {"fr": "FRA", "en": "ENG", "de": "DEU", "es": "SPA"}
KEYWORDS = ("bilan annuel", "chiffres clés", "indicateurs", "services publics numériques")
# Of each kind of file: the name of its type in the vocabulary of the Union, its media type.
FILE_TYPES = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "ods": ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
}


def write_catalog(visit: Visit) -> bytes:
    """Return the catalogue: a dataset for each public report, and one for all of them."""
    terms, reports = read_terms(visit), list_reports(visit)
    datasets = [describe_report(visit, terms, report) for report in reports]
    if datasets:
        datasets.append(describe_all(visit, terms, datasets))
    catalogue = {
        "@context": CONTEXT,
        "@id": f"{visit.base}{reverse('catalog')}",
        "@type": "dcat:Catalog",
        "dct:title": in_french(f"Données de {terms.name}"),
        "dct:description": in_french("Les chiffres des bilans annuels, avec ce qu’ils mesurent."),
        "dct:publisher": describe_publisher(visit, terms),
        "dct:language": authority("language", "FRA", "dct:LinguisticSystem"),
        "foaf:homepage": {"@id": f"{visit.base}/", "@type": "foaf:Document"},
        "dcat:themeTaxonomy": {"@id": f"{AUTHORITY}/data-theme"},
        **describe_licence(terms),
        "dcat:dataset": datasets,
    }
    return orjson.dumps(catalogue, option=orjson.OPT_INDENT_2)


def describe_report(visit: Visit, terms: Terms, report: Node) -> Node:
    """Return the dataset of a report. Its identifier stays if its address changes."""
    version = read_version(visit, report["year"])
    page = f"{visit.base}{report['path']}"
    stored = version["publishedAt"] if version else None
    dataset = {
        "@id": f"{page}#donnees",
        "@type": "dcat:Dataset",
        "dct:identifier": report["id"],
        "dct:title": in_french(f"Les chiffres de « {report['heroTitle']} »"),
        "dct:description": in_french(
            report["introduction"]["text"] or f"Tous les chiffres du bilan {report['year']}."
        ),
        "dct:accrualPeriodicity": authority("frequency", "IRREG", "dct:Frequency"),
        "dct:temporal": describe_year(report["year"], report["year"]),
        **describe_common(visit, terms, page, LANGUAGES.get(report["language"], "FRA")),
        **describe_dates(report["publishedAt"] or stored, stored),
    }
    if version:
        dataset["dcat:version"] = str(version["number"])
    dataset["dcat:distribution"] = [
        describe_file(terms, dataset, f"{page}donnees", ending) for ending in FILE_TYPES
    ]
    return dataset


def describe_all(visit: Visit, terms: Terms, datasets: list[Node]) -> Node:
    """Return the dataset of all reports, as old as the first and as new as the latest of them."""
    address = f"{visit.base}{reverse('all_csv')}".removesuffix(".csv")
    periods = [each["dct:temporal"] for each in datasets]
    years = [int(period["dcat:startDate"]["@value"][:4]) for period in periods]
    issued = [each["dct:issued"]["@value"] for each in datasets if "dct:issued" in each]
    modified = [each["dct:modified"]["@value"] for each in datasets if "dct:modified" in each]
    dataset = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": in_french("Les chiffres de tous les bilans"),
        "dct:description": in_french(
            "Tous les chiffres de tous les bilans, et ceux qu’un bilan plus récent a révisés."
        ),
        "dct:accrualPeriodicity": authority("frequency", "ANNUAL", "dct:Frequency"),
        "dct:temporal": describe_year(min(years), max(years)),
        **describe_common(visit, terms, f"{visit.base}/", "FRA"),
        **describe_dates(min(issued, default=None), max(modified, default=None)),
    }
    dataset["dcat:distribution"] = [describe_file(terms, dataset, address, "csv")]
    return dataset


def describe_common(visit: Visit, terms: Terms, page: str, language: str) -> Node:
    return {
        "dct:publisher": describe_publisher(visit, terms),
        "dct:language": authority("language", language, "dct:LinguisticSystem"),
        "dct:accessRights": authority("access-right", "PUBLIC", "dct:RightsStatement"),
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/GOVE"},
        "dcat:keyword": [in_french(word) for word in KEYWORDS],
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        **describe_licence(terms),
    }


def describe_file(terms: Terms, dataset: Node, address: str, ending: str) -> Node:
    """Return the distribution of a dataset in one format. All of them have the same columns."""
    name, media_type = FILE_TYPES[ending]
    dates: Node = {key: dataset[key] for key in ("dct:issued", "dct:modified") if key in dataset}
    title = dataset["dct:title"]["@value"]
    return {
        "@id": f"{address}.{ending}#fichier",
        "@type": "dcat:Distribution",
        "dct:title": in_french(f"{title} ({name})"),
        "dcat:accessURL": {"@id": dataset["dcat:landingPage"]["@id"]},
        "dcat:downloadURL": {"@id": f"{address}.{ending}"},
        "dct:format": authority("file-type", name, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}/{media_type}", "@type": "dct:MediaType"},
        "dct:conformsTo": {"@id": f"{address}.schema.json", "@type": "dct:Standard"},
        "dcatap:availability": authority("planned-availability", "STABLE", "skos:Concept"),
        **describe_licence(terms),
        **dates,
    }


def describe_publisher(visit: Visit, terms: Terms) -> Node:
    return {
        "@id": f"{visit.base}/#editeur",
        "@type": "foaf:Agent",
        "foaf:name": in_french(terms.publisher),
    }


def describe_licence(terms: Terms) -> Node:
    """Return the licence by its address, from which portals know it. Nothing without one."""
    if not terms.licence_url:
        return {}
    return {"dct:license": {"@id": terms.licence_url, "@type": "dct:LicenseDocument"}}


def describe_dates(issued: str | None, modified: str | None) -> Node:
    dates = {"dct:issued": issued, "dct:modified": modified}
    return {name: {"@value": date, "@type": "xsd:dateTime"} for name, date in dates.items() if date}


def describe_year(first: int, last: int) -> Node:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": f"{first}-01-01", "@type": "xsd:date"},
        "dcat:endDate": {"@value": f"{last}-12-31", "@type": "xsd:date"},
    }


def authority(table: str, name: str, kind: str) -> Node:
    """Return a term of a vocabulary of the Union."""
    return {"@id": f"{AUTHORITY}/{table}/{name}", "@type": kind}


def in_french(text: str) -> Node:
    return {"@value": text, "@language": "fr"}
