"""Entries are what is public of a report and what a record's row holds: at every moment."""

import json

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, ReferenceIndex, Site

from reports.content.models import (
    AnnualReportPage,
    FundingRound,
    HomePage,
    Incubator,
    Indicator,
    ReportIndexPage,
    SearchEntry,
    Service,
    Term,
)
from reports.content.search import entries, entry_rows
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.django_db

CHART = {
    "title": "Services par an",
    "kind": "column",
    "data": {
        "columns": [{"id": "a", "heading": "Année"}, {"id": "b", "heading": "Lancements"}],
        "rows": [{"id": "r", "cells": ["2021", "59"]}],
    },
    "unit": "produits",
    "transcription": "",
}


def passages():
    found = SearchEntry.objects.filter(kind=SearchEntry.Kind.PASSAGE).order_by("order")
    return [(entry.title, entry.anchor, entry.text) for entry in found]


def names(model):
    name = model._meta.model_name
    return list(SearchEntry.objects.exclude(**{name: None}).values_list("title", flat=True))


def test_a_report_is_its_title_and_each_block_under_its_section(page):
    assert passages() == [
        ("Bilan 2024", "", ""),
        ("Impact", "impact", "Impact"),
        ("Impact", "impact", "Les équipes ont déployé 18\u202f000 bornes."),
        (
            "Impact",
            "impact",
            "Indicateurs Résultats 2023 Résultats 2024 Services lancés 12 · 345",
        ),
        ("Budget", "budget", "Budget"),
        ("Budget", "budget", "Réseau\u00a0: 2,48 millions d’euros"),
    ]
    first, *rest = SearchEntry.objects.filter(report=page).order_by("order")
    assert (first.key, first.block) == (str(page.translation_key), None)
    assert [entry.block for entry in rest] == [block.id for block in page.body]
    assert {entry.year for entry in [first, *rest]} == {2024}


def test_words_of_an_english_report_are_stemmed_as_english(page):
    body = page.body.get_prep_value()
    body[1]["value"]["text"] = "<p>The agencies were publishing.</p>"
    page.body = json.dumps(body)
    page.save()
    words = SearchEntry.objects.filter(report=page, text="The agencies were publishing.")
    assert words.get().stems == " the agenc wer publishing "
    page.language = "en"
    page.save()
    assert words.get().stems == " the agenc were publish "


def test_two_cells_are_never_one_number(page):
    (table,) = SearchEntry.objects.filter(text__contains="345")
    assert " 12 345 " in table.stems
    assert "12345" not in table.stems


def test_what_begins_with_a_comma_goes_on_with_the_sentence():
    assert (
        entries.join_on_line(["35 mesuré", ", dont 12", ". Fin", ",5"])
        == "35 mesuré, dont 12. Fin ,5"
    )


def test_the_data_of_a_chart_is_found(page):
    page.body = json.dumps([{"type": "chart", "id": "c", "value": CHART}])
    page.save()

    assert passages()[1][2] == "Services par an Année Lancements 2021 · 59 produits"


def test_the_introduction_stands_beside_the_title(page):
    page.hero_title, page.introduction = "Une année", "<p>Un <b>chapô</b>.</p><p>Deux.</p>"
    page.save()

    assert passages()[0] == ("Une année", "", "Un chapô. Deux.")
    assert SearchEntry.objects.filter(order=0, report=page, stems__contains=" 2024 ").exists()


def test_a_draft_projects_nothing(import_file, report_text):
    import_file(report_text("## Impact"))
    assert passages() == []


@pytest.mark.parametrize("fields", [{"title": "Autre"}, {"introduction": "<p>Autre</p>"}])
def test_saving_a_draft_of_a_live_report_changes_nothing(page, fields):
    before = passages()
    for name, value in fields.items():
        setattr(page, name, value)
    page.body = "[]"
    page.save_revision()
    assert passages() == before


def test_saving_some_fields_projects_the_row_and_no_draft_in_memory(page):
    page.body = "[]"
    page.hero_title = "Autre titre"
    page.save(update_fields=["hero_title"])
    assert passages()[0][0] == "Autre titre"
    assert len(passages()) == 6


def test_unpublishing_removes_and_publishing_brings_back(page):
    before = passages()
    page.unpublish()
    assert passages() == []
    publish_answered(page.get_latest_revision())
    assert passages() == before


def test_deleting_the_report_removes_them(page):
    page.delete()
    assert passages() == []


def test_an_alias_has_no_entries_until_it_is_one_no_more(page):
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Autre", slug="autre"))
    Site.objects.create(hostname="autre.example", root_page=home)
    index = home.add_child(instance=ReportIndexPage(title="Bilans", slug="bilan"))
    alias = page.create_alias(parent=index)
    assert alias.live
    assert set(SearchEntry.objects.exclude(report=None).values_list("report", flat=True)) == {
        page.pk
    }
    page.hero_title = "Nouveau"
    publish_answered(page.save_revision())  # updates the alias too
    assert not SearchEntry.objects.filter(report=alias.pk).exists()

    ConvertAliasPageAction(AnnualReportPage.objects.get(pk=alias.pk)).execute(
        skip_permission_checks=True
    )
    assert SearchEntry.objects.filter(report=alias.pk).count() == 6


def test_a_failing_projection_leaves_the_page_as_it_was(page, monkeypatch):
    before = passages()

    def fail(source):
        raise RuntimeError("no room")

    monkeypatch.setattr(entry_rows, "build_entries", fail)
    with pytest.raises(RuntimeError):
        page.unpublish()
    assert AnnualReportPage.objects.get().live
    assert passages() == before


@pytest.mark.parametrize(
    ("model", "fields", "text"),
    [
        (Service, {"slug": "a", "mission": "Aider  les\nagents."}, "Aider les agents."),
        (Indicator, {"code": "a", "definition": "Part.", "unit": "jours"}, "Part."),
        (Indicator, {"code": "a", "definition": "", "unit": "%"}, ""),
        (Term, {"slug": "a", "definition": "Équipe."}, "Équipe."),
    ],
)
def test_a_record_is_its_name_and_words(model, fields, text):
    record = model.objects.create(name="Nom", **fields)

    (entry,) = SearchEntry.objects.all()
    assert (entry.title, entry.text, entry.key, entry.block) == ("Nom", text, "a", None)

    record.name = "Brouillon"
    record.save_revision()
    assert names(model) == ["Nom"]
    record.get_latest_revision().publish()
    assert names(model) == ["Brouillon"]
    model.objects.get().delete()
    assert names(model) == []


def test_an_indicator_is_found_by_its_unit_too():
    Indicator.objects.create(name="Délai", code="a", definition="Attente.", unit="jours ouvrés")
    (entry,) = SearchEntry.objects.all()
    assert " ouvr " in entry.stems
    assert " jours " in entry.words


def test_a_failing_projection_leaves_the_record_as_it_was(monkeypatch):
    record = Service.objects.create(name="Nom", slug="a")

    def fail(source):
        raise RuntimeError("no room")

    monkeypatch.setattr(entry_rows, "build_entries", fail)
    record.name = "Autre"
    with pytest.raises(RuntimeError):
        record.save()
    assert Service.objects.get().name == "Nom"
    assert names(Service) == ["Nom"]


def test_what_is_not_searched_has_no_entry():
    Incubator.objects.create(name="a", slug="a")
    FundingRound.objects.create(name="a", slug="a")
    assert not SearchEntry.objects.exists()


def test_a_draft_with_holes_is_saved_all_the_same(page):
    kinds = page.body.stream_block.child_blocks
    page.body = json.dumps([{"type": k, "id": k, "value": {}} for k in kinds])
    page.save(clean=False)
    assert SearchEntry.objects.filter(report=page).exists()


def test_entries_are_no_usage_of_what_they_stand_for():
    assert not ReferenceIndex.model_is_indexable(SearchEntry)
