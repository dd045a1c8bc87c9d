"""Two records become one for every reader, and two again: answers, pages and feed."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from reports import models
from reports.content.records.merging import merge_records, undo_merge
from tests.reports.publishing.answering import publish_answered

from .bodies import block, item, row, table
from .replica.replica import Replica
from .test_changes import CHANGES, act, last_cursor, nodes

pytestmark = pytest.mark.django_db

PAGES = {
    "service": "/services/{}/",
    "incubator": "/incubateurs/{}/",
    "indicator": "/indicateurs/{}/",
    "funding_round": "/appels/{}/",
}
LISTS = """{ services { nodes { slug mentions { report { year } kind } } } incubators { nodes { slug
  services { slug } } } indicators { nodes { code series { id figure { raw } } } }
  fundingRounds { nodes { slug awards { id } } } terms { nodes { slug } } }"""
ANSWERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("report", {"year": 2024}),
    ("report", {"year": 2024, "version": 1}),
    ("versions", {"year": 2024}),
    ("glossary", {}),
    ("search", {"query": "mano"}),
    ("search", {"query": "lances"}),
    ("sitemap", {}),
)


@pytest.fixture
def pairs(living: SimpleNamespace) -> dict[str, tuple[Any, Any]]:
    """A record of each kind, which reports refer to, and the one that it is merged into."""
    survivors = {
        "service": models.Service.objects.create(name="Mano bêta", slug="mano-beta"),
        "incubator": models.Incubator.objects.create(name="La Fabrique", slug="la-fabrique"),
        "indicator": models.Indicator.objects.create(name="Lancés", code="services-lances"),
        "funding_round": models.FundingRound.objects.create(name="FAST7", slug="fast7", year=2024),
        "term": models.Term.objects.create(name="Incubateurs", slug="incubateurs"),
    }
    return {name: (getattr(living, name), survivor) for name, survivor in survivors.items()}


@pytest.fixture
def report(publish: Any, every_block: Any, pairs: Any) -> models.AnnualReportPage:
    """A report that refers to the records that are merged, and one that refers to the others."""
    stated = row(8002, "Lancés", "21", ref="services-lances", ref_name="Lancés")
    value = {"caption": "", "table": table(8010, ["Indicateurs", "Résultats 2022"], stated)}
    with act():
        publish(2023, [block(8001, "indicator_table", value)])
        report: models.AnnualReportPage = publish(2024, every_block)
    return report


def key_of(record: Any) -> str:
    return str(getattr(record, record.key_field))


def read_all(ask: Any, client: Client, pairs: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
    """Return all that readers may ask, by question."""
    found: dict[str, Any] = {"lists": ask(LISTS)}
    for name, variables in ANSWERS:
        found[f"{name} {variables}"] = ask(name, **variables)
    for kind, records in pairs.items():
        for record in records:
            key = key_of(record)
            if kind in PAGES:
                found[f"{kind} {key}"] = ask(kind, **{record.key_field: key})
                response = client.get(PAGES[kind].format(key))
                found[f"page {kind} {key}"] = (response.status_code, response.get("Location"))
                if response.status_code == 301:  # a merge can be undone
                    assert response["Cache-Control"] == "no-cache"
    for code in ("lances", "services-lances"):
        response = client.get(f"/indicateurs/{code}.csv")
        found[f"csv {code}"] = (response.status_code, response.content, response.get("Location"))
    wrong = {name: a["errors"] for name, a in found.items() if "errors" in a}
    assert not wrong
    return found


def test_two_records_of_each_kind_become_one_and_two_again(
    report: models.AnnualReportPage,
    pairs: dict[str, tuple[Any, Any]],
    ask: Any,
    client: Client,
) -> None:
    user = models.User.objects.create_superuser("camille")
    body = report.body.get_prep_value()
    versions = models.ReportVersion.objects.count()
    before = read_all(ask, client, pairs)
    replica = Replica(client)
    replica.begin()
    cursor = last_cursor(ask)

    for merged, survivor in pairs.values():
        with act():
            merge_records(merged, survivor, user)
    replica.follow()
    assert not replica.differences()
    after = read_all(ask, client, pairs)

    for kind, (merged, survivor) in pairs.items():
        old, new = key_of(merged), key_of(survivor)
        if kind in PAGES:
            assert after[f"{kind} {old}"]["data"] != before[f"{kind} {old}"]["data"]
            assert after[f"{kind} {old}"] == after[f"{kind} {new}"]
            assert f'"{old}"' not in json.dumps(after[f"{kind} {old}"])
            assert after[f"page {kind} {old}"] == (301, PAGES[kind].format(new))
            assert after[f"page {kind} {new}"] == (200, None)
        assert f'"{old}"' not in json.dumps(after["lists"])
        assert f'"{old}"' not in json.dumps(after["sitemap {}"])
        assert f'"{old}"' not in json.dumps(after["report {'year': 2024}"])
    assert (
        after["service mano-beta"]["data"]["mentions"]["totalCount"]
        == (before["service mano.beta"]["data"]["mentions"]["totalCount"])
    )
    assert [each["slug"] for each in after["lists"]["data"]["incubators"]["nodes"]] == [
        "la-fabrique"
    ]
    assert after["csv lances"][::2] == (301, "/indicateurs/services-lances.csv")
    figures = [
        each["figure"]["raw"]
        for each in after["indicator services-lances"]["data"]["indicator"]["series"]
    ]
    assert "21" in figures
    assert len(figures) > 1
    found = after["search {'query': 'mano'}"]
    assert "mano-beta" in json.dumps(found)
    assert '"mano.beta"' not in json.dumps(found)
    kinds = {
        (each["kind"], each["subject"]) for each in nodes(ask(CHANGES, after=cursor, first=100))
    }
    assert {
        ("RECORD_WITHDRAWN", "mano.beta"),
        ("RECORD_CHANGED", "mano-beta"),
        ("REPORT_CHANGED", str(report.translation_key)),
    } <= kinds
    assert models.ReportVersion.objects.count() == versions
    report.refresh_from_db()
    assert report.body.get_prep_value() == body

    for merged, _ in pairs.values():
        merged.refresh_from_db()
        with act():
            undo_merge(merged, user)
    replica.follow()
    assert not replica.differences()
    assert read_all(ask, client, pairs) == before


def test_a_correction_under_the_other_key_is_told_as_one(
    publish: Any, pairs: dict[str, tuple[Any, Any]], ask: Any
) -> None:
    merge_records(*pairs["indicator"], models.User.objects.create_superuser("camille"))
    stated = row(8002, "Lancés", "21", ref="lances", ref_name="Lancés")
    value = {"caption": "", "table": table(8010, ["Indicateurs", "Résultats 2024"], stated)}
    page = publish(2024, [block(8001, "indicator_table", value)])
    stated |= {"ref": "services-lances", "cells": ["Lancés", "22"]}
    page.body = json.dumps([block(8001, "indicator_table", value)])
    publish_answered(page.save_revision(clean=False))

    query = """{ indicator(code: "lances") { series { figure { raw } earlier { figure { raw }
      version } } } }"""
    [told] = ask(query)["data"]["indicator"]["series"]
    assert told["figure"]["raw"] == "22"
    assert [(each["figure"]["raw"], each["version"]) for each in told["earlier"]] == [("21", 2)]


CARDS = """query ($version: Int) { report(year: 2024, version: $version) { body {
  ... on ImpactCardsBlock {
    impactCards { service { slug name mentions { report { year } } } } } } } }"""


def read_card(ask: Any, version: int | None = None) -> Any:
    """Return the service of the only card, today or in a version."""
    answer = ask(CARDS, version=version)
    assert "errors" not in answer, answer
    return answer["data"]["report"]["body"][0]["impactCards"][0]["service"]


def publish_card(publish: Any, service: models.Service) -> models.AnnualReportPage:
    card = item(71, {"service": service.pk, "name": "Mano", "facts": []})
    page: models.AnnualReportPage = publish(2024, [block(70, "impact_cards", {"cards": [card]})])
    return page


def test_an_earlier_version_shows_what_it_showed(
    publish: Any, pairs: dict[str, tuple[Any, Any]], ask: Any
) -> None:
    user = models.User.objects.create_superuser("camille")
    merged, survivor = pairs["service"]
    page = publish_card(publish, merged)
    first = models.ReportVersion.objects.latest("number").number
    merge_records(merged, survivor, user)
    page.title = "Autrement"
    page.save()

    mentions = [{"report": {"year": 2024}}]
    then = {"slug": "mano.beta", "name": "Mano", "mentions": mentions}
    assert read_card(ask, first) == then
    assert read_card(ask, first + 1) == then | {"slug": "mano-beta", "name": "Mano bêta"}
    survivor.unpublish()
    assert read_card(ask, first) is None
    assert read_card(ask, first + 1) is None


def test_the_feed_names_reports_that_refer_to_a_merged_draft(
    publish: Any, pairs: dict[str, tuple[Any, Any]], ask: Any, client: Client
) -> None:
    """Nobody knew of the draft; the report shows the record that it leads to from now on."""
    user = models.User.objects.create_superuser("camille")
    merged, survivor = pairs["service"]
    with act():
        merged.unpublish()
        page = publish_card(publish, merged)
    replica = Replica(client)
    replica.begin()
    cursor = last_cursor(ask)
    for change in (
        lambda: merge_records(merged, survivor, user),
        lambda: undo_merge(models.Service.objects.get(pk=merged.pk), user),
    ):
        with act():
            change()
        told = nodes(ask(CHANGES, after=cursor, first=100))
        assert ("REPORT_CHANGED", str(page.translation_key)) in {
            (each["kind"], each["subject"]) for each in told
        }
        assert "mano.beta" not in json.dumps(told)
        cursor = last_cursor(ask)
        replica.follow()
        assert not replica.differences()


def test_an_earlier_version_hides_what_was_hidden_when_it_was_merged(
    publish: Any, pairs: dict[str, tuple[Any, Any]], ask: Any
) -> None:
    user = models.User.objects.create_superuser("camille")
    merged, survivor = pairs["service"]
    publish_card(publish, merged)
    first = models.ReportVersion.objects.latest("number").number
    merged.unpublish()
    merge_records(merged, survivor, user)

    assert read_card(ask, first) is None
    assert read_card(ask)["name"] == "Mano bêta"


def test_what_is_hidden_later_is_hidden_under_both_keys(
    publish: Any, pairs: dict[str, tuple[Any, Any]], ask: Any, client: Client
) -> None:
    user = models.User.objects.create_superuser("camille")
    merged, survivor = pairs["service"]
    publish_card(publish, merged)
    merge_records(merged, survivor, user)
    survivor.unpublish()

    for key in ("mano.beta", "mano-beta"):
        answer = ask("service", slug=key)["data"]
        assert answer["service"] is None
        assert answer["mentions"]["totalCount"] == 0
        assert client.get(f"/services/{key}/").status_code == 404
    assert read_card(ask) is None
    assert "Mano" not in json.dumps(ask(LISTS))
