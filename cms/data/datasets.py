"""Describes the figures of each report, and those of all reports, as datasets of the catalogue."""

from django.urls import reverse

from cms.data.distributions import (
    FILE_TYPES,
    describe_contact,
    describe_coverage,
    describe_file,
    describe_licence,
    describe_publisher,
)
from cms.data.lookup import read_version
from cms.data.metadata import Terms
from cms.data.vocabulary import (
    Node,
    build_concept,
    build_dates,
    build_language,
    build_term,
    build_years,
    in_french,
    span_dates,
)
from cms.frontend.api_client import Visit

KEYWORDS = ("bilan annuel", "chiffres clés", "indicateurs", "services publics numériques")


def list_datasets(visit: Visit, terms: Terms, reports: list[Node]) -> list[Node]:
    """Return a dataset for each report and one for all of them; none without a report."""
    datasets = [describe_report(visit, terms, report) for report in reports]
    if datasets:
        years = [report["year"] for report in reports]
        datasets.append(describe_all(visit, terms, datasets, years))
    return datasets


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
        "dct:accrualPeriodicity": build_term("frequency", "IRREG", "dct:Frequency"),
        "dct:temporal": build_years(report["year"], report["year"]),
        **describe_common(visit, terms, page, report["language"]),
        **build_dates(report["publishedAt"] or stored, stored),
    }
    if version:
        dataset["dcat:version"] = str(version["number"])
    dataset["dcat:distribution"] = [
        describe_file(terms, dataset, f"{page}donnees", ending) for ending in FILE_TYPES
    ]
    return dataset


def describe_all(visit: Visit, terms: Terms, datasets: list[Node], years: list[int]) -> Node:
    """Return the dataset of all reports, as old as the first and as new as the latest of them."""
    address = f"{visit.base}{reverse('all_csv')}".removesuffix(".csv")
    dataset = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": in_french("Les chiffres de tous les bilans"),
        "dct:description": in_french(
            "Tous les chiffres de tous les bilans, et ceux qu’un bilan plus récent a révisés."
        ),
        "dct:accrualPeriodicity": build_term("frequency", "ANNUAL", "dct:Frequency"),
        "dct:temporal": build_years(min(years), max(years)),
        **describe_common(visit, terms, f"{visit.base}/", "fr"),
        **span_dates(datasets),
    }
    dataset["dcat:distribution"] = [describe_file(terms, dataset, address, "csv")]
    return dataset


def describe_common(visit: Visit, terms: Terms, page: str, language: str) -> Node:
    """Return the properties of every dataset: publisher, subject, and terms of use."""
    return {
        "dct:publisher": describe_publisher(visit, terms),
        "dct:language": build_language(language),
        "dct:accessRights": build_term("access-right", "PUBLIC", "dct:RightsStatement"),
        "dcat:theme": build_concept("data-theme", "GOVE", "Gouvernement et secteur public"),
        "dcat:keyword": [in_french(word) for word in KEYWORDS],
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        **describe_contact(visit, terms),
        **describe_coverage(terms),
        **describe_licence(terms),
    }
