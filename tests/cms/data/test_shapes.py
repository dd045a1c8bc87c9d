"""The catalogue as validators of DCAT-AP read it: pySHACL, with shapes of our own."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib import namespace as ns

from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .site import name_terms

pytestmark = pytest.mark.django_db

SHAPES = Path(__file__).with_name("dcat_ap.ttl")
MANDATORY = [
    (ns.DCAT.Catalog, ns.DCTERMS.title),
    (ns.DCAT.Catalog, ns.DCTERMS.description),
    (ns.DCAT.Catalog, ns.DCTERMS.publisher),
    (ns.DCAT.Dataset, ns.DCTERMS.title),
    (ns.DCAT.Dataset, ns.DCTERMS.description),
    (ns.DCAT.Distribution, ns.DCAT.accessURL),
    (ns.FOAF.Agent, ns.FOAF.name),
    (ns.SKOS.Concept, ns.SKOS.prefLabel),
    (ns.SKOS.ConceptScheme, ns.DCTERMS.title),
]
RANGES = [
    (ns.DCAT.dataset, ns.DCAT.Dataset),
    (ns.DCAT.distribution, ns.DCAT.Distribution),
    (ns.DCAT.theme, ns.SKOS.Concept),
    (ns.DCAT.themeTaxonomy, ns.SKOS.ConceptScheme),
    (ns.DCAT.downloadURL, ns.RDFS.Resource),
    (ns.DCTERMS.publisher, ns.FOAF.Agent),
    (ns.DCTERMS.spatial, ns.DCTERMS.Location),
    (ns.DCTERMS.format, ns.DCTERMS.MediaTypeOrExtent),
]
RECOMMENDED = [ns.DCTERMS.license, ns.DCTERMS.spatial, ns.DCTERMS.type, ns.DCAT.contactPoint]


@pytest.fixture
def graph(client: Client, publish: Any) -> Graph:
    """The catalogue of two reports, on a site that names its licence and its publisher."""
    name_terms()
    for year in (2023, 2024):
        publish(year, stored(build.key_figures(("", "35", "services"))))
    return Graph().parse(data=client.get("/catalog.jsonld").content, format="json-ld")


def find_faults(graph: Graph) -> str:
    """Return what a validator says of a catalogue, warnings too; nothing if it conforms."""
    shapes = Graph().parse(SHAPES)
    conforms, _, text = validate(graph, shacl_graph=shapes, inference="none")
    return "" if conforms else str(text)


def test_the_catalogue_conforms(graph: Graph) -> None:
    assert find_faults(graph) == ""


@pytest.mark.parametrize(("kind", "name"), MANDATORY)
def test_what_is_mandatory_is_missed(graph: Graph, kind: URIRef, name: URIRef) -> None:
    node = next(graph.subjects(ns.RDF.type, kind))
    graph.remove((node, name, None))
    assert "Severity: sh:Violation" in find_faults(graph)


@pytest.mark.parametrize(("name", "kind"), RANGES)
def test_a_value_of_another_kind_is_found(graph: Graph, name: URIRef, kind: URIRef) -> None:
    graph.remove((next(graph.objects(predicate=name)), ns.RDF.type, kind))
    assert "Severity: sh:Violation" in find_faults(graph)


def test_a_date_without_a_type_is_found(graph: Graph) -> None:
    node = next(graph.subjects(ns.RDF.type, ns.DCAT.Dataset))
    graph.set((node, ns.DCTERMS.issued, Literal("jeudi")))
    assert "Severity: sh:Violation" in find_faults(graph)


@pytest.mark.parametrize("name", RECOMMENDED)
def test_what_is_recommended_is_missed_too(graph: Graph, name: URIRef) -> None:
    graph.remove((None, name, None))
    assert "Severity: sh:Warning" in find_faults(graph)
