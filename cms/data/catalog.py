"""Writes the catalogue of the open data: DCAT-AP 3.0 in JSON-LD, which data.gouv.fr harvests."""

import orjson
from django.urls import reverse

from cms.data.datasets import list_datasets
from cms.data.distributions import describe_coverage, describe_licence, describe_publisher
from cms.data.metadata import read_terms
from cms.data.vocabulary import (
    CONTEXT,
    build_language,
    build_scheme,
    in_french,
    span_dates,
)
from cms.frontend.api_client import Visit
from cms.frontend.report_list import list_reports


def write_catalog(visit: Visit) -> bytes:
    """Return the catalogue: a dataset for each public report, and one for all of them."""
    terms = read_terms(visit)
    datasets = list_datasets(visit, terms, list_reports(visit))
    catalogue = {
        "@context": CONTEXT,
        "@id": f"{visit.base}{reverse('catalog')}",
        "@type": "dcat:Catalog",
        "dct:title": in_french(f"Données de {terms.name}"),
        "dct:description": in_french("Les chiffres des bilans annuels, avec ce qu’ils mesurent."),
        "dct:publisher": describe_publisher(visit, terms),
        "dct:language": build_language("fr"),
        "foaf:homepage": {"@id": f"{visit.base}/", "@type": "foaf:Document"},
        "dcat:themeTaxonomy": build_scheme("data-theme", "Thèmes de données"),
        **describe_licence(terms),
        **describe_coverage(terms),
        **span_dates(datasets),
        "dcat:dataset": datasets,
    }
    return orjson.dumps(catalogue, option=orjson.OPT_INDENT_2)
