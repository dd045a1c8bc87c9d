"""The catalogue as harvesters read it: rdflib parses it, and asks what udata asks.

`test_shapes.py` checks what DCAT-AP 3.0 says of each property.
"""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from rdflib import BNode, Graph, Literal, URIRef
from rdflib import namespace as ns

from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .site import FRANCE, TERMS, name_terms

pytestmark = pytest.mark.django_db

VCARD = ns.Namespace("http://www.w3.org/2006/vcard/ns#")
ADDRESS = "/catalog.jsonld"
AUTHORITY = "http://publications.europa.eu/resource/authority"
BODY = stored(build.key_figures(("", "35", "services")))

CATALOG = {
    ns.DCTERMS.title,
    ns.DCTERMS.description,
    ns.DCTERMS.publisher,
    ns.DCAT.dataset,
    ns.DCTERMS.language,
}
DATASET = {
    *(ns.DCTERMS.title, ns.DCTERMS.description, ns.DCTERMS.identifier, ns.DCTERMS.publisher),
    *(ns.DCTERMS.issued, ns.DCTERMS.modified, ns.DCTERMS.license, ns.DCTERMS.accrualPeriodicity),
    *(ns.DCTERMS.temporal, ns.DCTERMS.language, ns.DCTERMS.accessRights),
    *(ns.DCAT.theme, ns.DCAT.keyword, ns.DCAT.landingPage, ns.DCAT.distribution),
}
DISTRIBUTION = {
    *(ns.DCAT.accessURL, ns.DCAT.downloadURL, ns.DCAT.mediaType),
    *(ns.DCTERMS.title, ns.DCTERMS.format, ns.DCTERMS.license, ns.DCTERMS.conformsTo),
}
RANGES = {
    ns.DCTERMS.publisher: ns.FOAF.Agent,
    ns.DCTERMS.license: ns.DCTERMS.LicenseDocument,
    ns.DCTERMS.accrualPeriodicity: ns.DCTERMS.Frequency,
    ns.DCTERMS.temporal: ns.DCTERMS.PeriodOfTime,
    ns.DCTERMS.conformsTo: ns.DCTERMS.Standard,
    ns.DCTERMS.format: ns.DCTERMS.MediaTypeOrExtent,
    ns.DCTERMS.accessRights: ns.DCTERMS.RightsStatement,
    ns.DCTERMS.language: ns.DCTERMS.LinguisticSystem,
    ns.DCAT.mediaType: ns.DCTERMS.MediaType,
    ns.DCAT.dataset: ns.DCAT.Dataset,
    ns.DCAT.distribution: ns.DCAT.Distribution,
}


@pytest.fixture
def reports(publish: Any) -> None:
    """Two public reports, on a site that names its licence and its publisher."""
    name_terms()
    first = datetime(2025, 2, 1, 9, tzinfo=UTC)
    publish(2023, BODY, first_published_at=first)
    publish(
        2024,
        BODY,
        first_published_at=first,
        hero_title="Ce que 2024 dit",
        introduction="<p>Un bon cru.</p>",
    )


def read_graph(client: Client) -> Graph:
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "application/ld+json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    return Graph().parse(data=response.content, format="json-ld")


def find_dataset(graph: Graph, title: str) -> URIRef:
    found = graph.value(predicate=ns.DCTERMS.title, object=Literal(title, "fr"))
    assert isinstance(found, URIRef)
    return found


@pytest.mark.usefixtures("reports")
def test_everything_has_what_the_profile_asks_for(client: Client) -> None:
    graph = read_graph(client)
    counts = {}
    for kind, properties in (
        (ns.DCAT.Catalog, CATALOG),
        (ns.DCAT.Dataset, DATASET),
        (ns.DCAT.Distribution, DISTRIBUTION),
    ):
        nodes = list(graph.subjects(ns.RDF.type, kind))
        counts[kind] = len(nodes)
        for node in nodes:
            assert properties <= set(graph.predicates(node)), node
    assert counts == {ns.DCAT.Catalog: 1, ns.DCAT.Dataset: 3, ns.DCAT.Distribution: 7}


@pytest.mark.usefixtures("reports")
def test_values_are_of_the_kind_that_the_profile_names(client: Client) -> None:
    graph = read_graph(client)
    for predicate, kind in RANGES.items():
        values = set(graph.objects(predicate=predicate))
        assert values, predicate
        for value in values:
            assert (value, ns.RDF.type, kind) in graph, (predicate, value)
    for predicate in (ns.DCTERMS.issued, ns.DCTERMS.modified):
        for date in graph.objects(predicate=predicate):
            assert isinstance(date, Literal)
            assert date.datatype == ns.XSD.dateTime
            assert date.value.tzinfo
    for text in graph.objects(predicate=ns.DCTERMS.title):
        assert isinstance(text, Literal)
        assert text.language == "fr"


@pytest.mark.usefixtures("reports")
def test_a_harvester_finds_each_file(client: Client) -> None:
    """As udata does: the address to download, else that of access; the format by its last name."""
    graph = read_graph(client)
    node = find_dataset(graph, "Les chiffres de « Ce que 2024 dit »")
    formats = {}
    for file in graph.objects(node, ns.DCAT.distribution):
        address = str(graph.value(file, ns.DCAT.downloadURL))
        formats[address] = str(graph.value(file, ns.DCTERMS.format)).rpartition("/")[2].lower()
        media_type = "/".join(str(graph.value(file, ns.DCAT.mediaType)).split("/")[-2:])
        given = client.get(urlsplit(address).path)
        assert given.status_code == 200
        assert given["Content-Type"].partition(";")[0] == media_type
        schema = str(graph.value(file, ns.DCTERMS.conformsTo))
        assert client.get(urlsplit(schema).path).status_code == 200
    page = "http://testserver/bilan/2024/"
    assert formats == {f"{page}donnees.{ending}": ending for ending in ("csv", "json", "ods")}
    assert str(graph.value(node, ns.DCAT.landingPage)) == page
    assert str(graph.value(node, ns.DCTERMS.description)) == "Un bon cru."
    assert str(graph.value(node, ns.DCTERMS.license)) == TERMS
    publisher = graph.value(node, ns.DCTERMS.publisher)
    assert str(graph.value(publisher, ns.FOAF.name)) == "La DINUM"
    kind = graph.value(publisher, ns.DCTERMS.type)
    assert kind == URIRef("http://purl.org/adms/publishertype/NationalAuthority")
    assert graph.value(URIRef(TERMS), ns.DCTERMS.type) == URIRef(
        "http://purl.org/adms/licencetype/Attribution"
    )
    assert graph.value(node, ns.DCTERMS.spatial) == URIRef(FRANCE)
    contact = graph.value(node, ns.DCAT.contactPoint)
    ways = {str(graph.value(contact, VCARD[name])) for name in ("hasEmail", "hasURL")}
    assert ways == {"mailto:contact@programme.example", "https://programme.example/contact"}
    period = graph.value(node, ns.DCTERMS.temporal)
    assert isinstance(period, BNode)  # udata fetches what has an address
    assert str(graph.value(period, ns.DCAT.startDate)) == "2024-01-01"


@pytest.mark.usefixtures("reports")
def test_all_reports_are_one_dataset_too(client: Client) -> None:
    graph = read_graph(client)
    node = find_dataset(graph, "Les chiffres de tous les bilans")
    frequency = graph.value(node, ns.DCTERMS.accrualPeriodicity)
    assert frequency == URIRef(f"{AUTHORITY}/frequency/ANNUAL")
    (file,) = graph.objects(node, ns.DCAT.distribution)
    assert graph.value(file, ns.DCAT.downloadURL) == URIRef("http://testserver/donnees/bilans.csv")
    period = graph.value(node, ns.DCTERMS.temporal)
    assert str(graph.value(period, ns.DCAT.startDate)) == "2023-01-01"
    assert str(graph.value(period, ns.DCAT.endDate)) == "2024-12-31"


@pytest.mark.usefixtures("reports")
def test_an_identifier_outlives_an_address(client: Client) -> None:
    title = "Les chiffres de « Ce que 2024 dit »"
    graph = read_graph(client)
    before = find_dataset(graph, title)
    index = models.ReportIndexPage.objects.get()
    index.slug = "rapports"
    index.save()
    moved = read_graph(client)
    after = find_dataset(moved, title)

    assert after != before
    assert moved.value(after, ns.DCTERMS.identifier) == graph.value(before, ns.DCTERMS.identifier)


@pytest.mark.usefixtures("reports", "keeping")
def test_a_hidden_report_is_not_in_it(client: Client) -> None:
    assert "2023" in client.get(ADDRESS).content.decode()
    models.AnnualReportPage.objects.get(year=2023).unpublish()
    assert "2023" not in client.get(ADDRESS).content.decode()


def test_a_site_without_reports_and_licence_has_an_empty_catalogue(
    client: Client, index: Any
) -> None:
    graph = read_graph(client)
    assert list(graph.subjects(ns.RDF.type, ns.DCAT.Catalog)) == [
        URIRef(f"http://testserver{ADDRESS}")
    ]
    assert not list(graph.subjects(ns.RDF.type, ns.DCAT.Dataset))
    unsaid = (ns.DCTERMS.license, ns.DCTERMS.spatial, ns.DCTERMS.type, ns.DCAT.contactPoint)
    assert not [value for name in unsaid for value in graph.objects(predicate=name)]
