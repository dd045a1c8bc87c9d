"""What was corrected, in the graph: by report, in series, in the change feed; through the gate."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from reports import models
from reports.publishing.versions.withdrawal import withdraw_version

from .bodies import block, row, table
from .conftest import Ask, Publish
from .test_changes import act, last_cursor

SENTENCE = "Lancés, Résultats 2024\u00a0: 8 au lieu de 7"
CORRECTIONS = """query ($version: Int) { report(year: 2024, version: $version) { corrections {
  id kind date sentence place block row column before after version } } }"""
EARLIER = """{ indicator(code: "lances") { series {
  figure { text } restated earlier { figure { text } report { year } version isTypo } } } }"""
CHANGES = """query ($after: String) { changes(after: $after) { edges { node {
  kind corrections { kind sentence before after } } } } }"""


def stating(value: str) -> list[dict[str, Any]]:
    headings = ["Indicateurs", "Résultats 2024"]
    stored = table(10, headings, row(1, "Lancés", value, ref="lances"))
    return [block(2, "indicator_table", {"caption": "", "table": stored})]


@pytest.fixture
def page(publish: Publish, living: SimpleNamespace) -> models.AnnualReportPage:
    """A report that has said 7, then 8."""
    with act():
        return publish(2024, stating("7"))


def correct(page: models.AnnualReportPage, value: str, kind: str = "correction") -> None:
    page.body = json.dumps(stating(value))
    with act():
        page.save()
        models.Correction.objects.filter(after=value).update(kind=kind)
        is_typo = kind == "typo"
        last = models.ReportVersion.objects.filter(report_key=page.translation_key).last()
        assert last
        statements = models.EarlierStatement.objects.filter(version__number=last.number - 1)
        statements.update(is_typo=is_typo)


def read_last(ask: Ask, **variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(CORRECTIONS, **variables)["data"]["report"]["corrections"][-1]
    return found


def test_a_report_lists_what_it_corrected(page: models.AnnualReportPage, ask: Ask) -> None:
    correct(page, "8")
    last = read_last(ask)
    cell = ask(
        "{ report(year: 2024) { body { ... on IndicatorTableBlock { id indicatorRows { id "
        "cells { column } } } } } }"
    )["data"]["report"]["body"][0]
    assert last["block"] == cell["id"]
    assert last["row"] == cell["indicatorRows"][0]["id"]
    assert last["column"] == cell["indicatorRows"][0]["cells"][0]["column"]
    assert (last["kind"], last["before"], last["after"]) == ("CORRECTION", "7", "8")
    assert last["sentence"] == SENTENCE
    assert last["place"].endswith("Lancés › Résultats 2024")


def test_a_version_lists_what_was_corrected_until_then(
    page: models.AnnualReportPage, ask: Ask
) -> None:
    correct(page, "8")
    correct(page, "9")
    number = read_last(ask)["version"]
    assert read_last(ask, version=number - 1)["after"] == "8"
    assert read_last(ask)["after"] == "9"


def test_a_series_keeps_both_values(page: models.AnnualReportPage, ask: Ask) -> None:
    correct(page, "8")
    [entry] = ask(EARLIER)["data"]["indicator"]["series"]
    number = read_last(ask)["version"]
    assert entry["figure"]["text"] == "8"
    assert entry["restated"]
    assert entry["earlier"] == [
        {
            "figure": {"text": "7"},
            "report": {"year": 2024},
            "version": number - 1,
            "isTypo": False,
        }
    ]


def test_a_typo_restates_nothing(page: models.AnnualReportPage, ask: Ask) -> None:
    correct(page, "8", "typo")
    [entry] = ask(EARLIER)["data"]["indicator"]["series"]
    assert not entry["restated"]
    assert [each["isTypo"] for each in entry["earlier"]] == [True]


def test_the_feed_says_that_a_report_was_corrected_and_how(
    page: models.AnnualReportPage, ask: Ask
) -> None:
    since = last_cursor(ask)
    correct(page, "8")
    nodes = [edge["node"] for edge in ask(CHANGES, after=since)["data"]["changes"]["edges"]]
    assert nodes == [
        {
            "kind": "REPORT_CORRECTED",
            "corrections": [
                {"kind": "CORRECTION", "sentence": SENTENCE, "before": "7", "after": "8"}
            ],
        }
    ]


def test_what_is_hidden_says_nothing_of_its_corrections(
    page: models.AnnualReportPage, ask: Ask
) -> None:
    correct(page, "8")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert ask(CORRECTIONS)["data"]["report"] is None
    assert ask(EARLIER)["data"]["indicator"]["series"] == []
    assert SENTENCE not in json.dumps(ask(CHANGES))


def test_a_withdrawn_version_leaves_no_figure(page: models.AnnualReportPage, ask: Ask) -> None:
    correct(page, "8")
    correct(page, "9")
    numbers = models.ReportVersion.objects.order_by("number").values_list("number", flat=True)
    withdraw_version(
        models.ReportVersion.objects.get(number=numbers[len(numbers) - 2]), "Loi", None
    )
    last = read_last(ask)
    assert (last["sentence"], last["before"], last["after"], last["kind"]) == (
        *("", "", ""),
        "CORRECTION",
    )
    [entry] = ask(EARLIER)["data"]["indicator"]["series"]
    assert [each["figure"]["text"] for each in entry["earlier"]] == ["7"]
