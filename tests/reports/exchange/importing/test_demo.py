"""The demonstration has the shapes of the real reports, and loses nothing either."""

import json
from pathlib import Path

import pytest

from reports.content.models import AnnualReportPage, Term
from reports.demo.fixture import Fixture, describe_report
from reports.demo.reports import publish_fixture
from reports.exchange.importing import source
from reports.exchange.importing.block_counts import count_parts
from reports.exchange.importing.importer import Request, run_import
from reports.exchange.importing.recognition import recognise

DEMO = Path(__file__).resolve().parents[4] / "demo"
SHAPES = {
    2023: {
        "definitions": ["5 définitions", "11 définitions"],
        "criteria": ["3 critères"],
        "key_figures": ["3 chiffres", "3 chiffres"],
        "impact_cards": ["6 cartes", "3 cartes"],
        "comparison_cards": ["8 cartes"],
        "incubator_list": ["17 + 4 incubateurs"],
        "chart": ["17 valeurs"],
        "budget": ["3 postes"],
        "quote": [""],
        "picture": ["", ""],
    },
    2024: {
        "definitions": ["5 définitions"],
        "criteria": ["3 critères"],
        "key_figures": ["3 chiffres", "8 chiffres", "2 chiffres", "3 chiffres", "2 chiffres"],
        "impact_cards": ["7 cartes"],
        "comparison_cards": ["8 cartes"],
        "service_lines": ["8 services"],
        "incubator_list": ["17 + 3 incubateurs"],
        "chart": ["19 valeurs"],
        "budget": ["3 postes"],
        "quote": [""],
        "picture": ["", ""],
    },
}


@pytest.mark.parametrize("year", SHAPES)
def test_every_shape_is_recognised(year):
    folder = DEMO / str(year)
    found = recognise(source.read_source(folder / f"bilan-{year}.md"), folder, year)
    assert found.notices == []
    for kind, parts in SHAPES[year].items():
        drafts = [draft for draft in found.drafts if draft.kind == kind]
        assert [count_parts(draft).strip(" ()") for draft in drafts] == parts, kind
    chart = next(draft for draft in found.drafts if draft.kind == "chart")
    total = sum(row.cells[1].figure.value for row in chart.value["data"])
    assert total == {2023: 213, 2024: 251}[year]


@pytest.mark.django_db
def test_it_is_imported_whole_and_makes_a_glossary():
    for year in SHAPES:
        folder = DEMO / str(year)
        file = folder / f"bilan-{year}.md"
        outcome = run_import(Request(file=file, assets=folder, publish=True))
        assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ())
    assert Term.objects.filter(name="DINUM", live=True).exists()


@pytest.mark.django_db
def test_its_fixtures_are_what_is_imported():
    """After a change of the reports or of what is read into blocks: `make demo-reports`."""
    for year in SHAPES:
        folder = DEMO / str(year)
        file = folder / f"bilan-{year}.md"
        run_import(Request(file=file, assets=folder, publish=True))
        imported = AnnualReportPage.objects.get(year=year)
        described = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert json.loads(describe_report(imported, folder)) == described
        body = json.loads(json.dumps(list(imported.body.raw_data)))

        loaded = publish_fixture(Fixture(described, folder))

        assert loaded.pk == imported.pk
        assert json.loads(json.dumps(list(loaded.body.raw_data))) == body


@pytest.mark.django_db
def test_a_draft_is_stored_as_the_editor_stores_it():
    folder = DEMO / "2024"
    run_import(Request(file=folder / "bilan-2024.md", assets=folder))
    body = AnnualReportPage.objects.get().body
    imported = json.loads(json.dumps(list(body.raw_data)))

    assert imported == [child.get_prep_value() for child in body]
