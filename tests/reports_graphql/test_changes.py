"""The change feed in the graph: in order, a page at a time, through the gate."""

import base64
import json
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from reports import models
from reports.publishing.feed import cursors, retention
from reports.publishing.feed.difference import Difference
from reports.publishing.feed.sequence import WritingTransaction
from reports.publishing.feed.subjects import State, Subject, list_subject_kinds
from reports.publishing.webhooks.admin.forms import KINDS as WEBHOOK_KINDS
from reports_graphql.enums import ChangeKind

from .conftest import Ask, Publish

CHANGES = """query ($after: String, $first: Int) { changes(after: $after, first: $first) {
  edges { cursor node { id kind happenedAt subject record year title path formerPath cacheTags } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } lastCursor } }"""


def nodes(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in answer["data"]["changes"]["edges"]]


def kinds(answer: dict[str, Any]) -> list[str]:
    return [node["kind"] for node in nodes(answer)]


def act() -> Any:
    """What happens within is one transaction."""
    for entry in connection.run_on_commit:  # what fixtures did was another
        if isinstance(entry[1], WritingTransaction):
            entry[1]()
    return TestCase.captureOnCommitCallbacks(execute=True)


def last_cursor(ask: Ask) -> str:
    return ask(CHANGES, first=100)["data"]["changes"]["pageInfo"]["endCursor"]


def code(answer: dict[str, Any]) -> str:
    return answer["errors"][0]["extensions"]["code"]


def test_an_entry_names_what_changed(publish: Publish, ask: Ask) -> None:
    with act():
        report = publish(2024)
    since = last_cursor(ask)
    with act():
        report.title = "Autre titre"
        report.save()
        models.Service.objects.create(name="Mano", slug="mano")
    found = nodes(ask(CHANGES, after=since))

    assert [n["kind"] for n in found] == ["REPORT_CHANGED", "RECORD_PUBLISHED"]
    assert found[0] | {"id": "", "happenedAt": ""} == {
        "id": "",
        "kind": "REPORT_CHANGED",
        "happenedAt": "",
        "subject": str(report.translation_key),
        "record": None,
        "year": 2024,
        "title": "Autre titre",
        "path": "/bilan/2024/",
        "formerPath": "",
        "cacheTags": ["pages", "report-2024", "reports"],
    }
    assert (found[1]["record"], found[1]["subject"]) == ("SERVICE", "mano")


def test_a_page_at_a_time(publish: Publish, ask: Ask) -> None:
    with act():
        publish(2023)
    with act():
        publish(2024)
    whole = ask(CHANGES, first=100)["data"]["changes"]
    since, edges = None, []
    while True:
        page = ask(CHANGES, after=since, first=1)["data"]["changes"]
        assert page["lastCursor"] == whole["pageInfo"]["endCursor"]
        edges += page["edges"]
        since = page["pageInfo"]["endCursor"] or since
        if not page["pageInfo"]["hasNextPage"]:
            break
    end = ask(CHANGES, after=since)["data"]["changes"]

    assert edges == whole["edges"]
    assert len(edges) > 3
    assert end["edges"] == []
    assert end["pageInfo"]["hasPreviousPage"] is True


def test_the_newest_entry_is_read_once_under_however_many_names(publish: Publish, ask: Ask) -> None:
    publish(2023)
    names = " ".join(f"c{number}: lastCursor" for number in range(10))
    ask("{ changes { lastCursor } }")  # what a process remembers of its site
    with CaptureQueriesContext(connection) as once:
        ask("{ changes { first: lastCursor } }")
    with CaptureQueriesContext(connection) as often:
        found = ask(f"{{ changes {{ {names} }} }}")["data"]["changes"]
    assert len(often) == len(once)
    assert set(found.values()) == {last_cursor(ask)}


def test_what_is_hidden_now_has_no_entry_but_the_last(publish: Publish, ask: Ask) -> None:
    with act():
        publish(2023)
    with act():
        report = publish(2024, title="Secret")
    with act():
        PageViewRestriction.objects.create(page=report, restriction_type="login")
    found = [node for node in nodes(ask(CHANGES, first=100)) if node["year"] == 2024]

    assert [node["kind"] for node in found] == ["REPORT_WITHDRAWN"]
    assert found[0]["title"] == ""
    assert found[0]["path"] == "/bilan/2024/"


def test_what_has_expired_is_hidden_before_the_schedule_runs(publish: Publish, ask: Ask) -> None:
    with act():
        report = publish(2024, title="Secret")
    models.AnnualReportPage.objects.filter(pk=report.pk).update(
        expire_at=timezone.now() - timedelta(seconds=1)
    )
    found = ask(CHANGES, first=100)

    assert all(node["year"] is None for node in nodes(found))
    assert found["data"]["changes"]["lastCursor"] == last_cursor(ask)
    assert "Secret" not in str(found)


def test_cursors_show_no_number_and_cannot_be_made_up(publish: Publish, ask: Ask) -> None:
    with act():
        publish(2024)
    cursor = last_cursor(ask)
    site = Site.objects.get()
    data = bytearray(base64.urlsafe_b64decode(cursor))
    data[-1] ^= 1
    changed = base64.urlsafe_b64encode(bytes(data)).decode()
    of_another_site = cursors.make_cursor(site.pk + 1, 1)

    assert cursors.read_cursor(site.pk, cursor) > 0
    for made_up in ("", "x", "é", "AAAA", changed, of_another_site, cursor + "AAAA"):
        answer = ask(CHANGES, after=made_up)
        assert code(answer) == "CURSOR_INVALID", made_up
        assert "data" not in answer or answer["data"] is None


def test_a_cursor_from_before_what_is_kept_has_expired(
    publish: Publish, ask: Ask, settings: Any
) -> None:
    with act():
        publish(2023)
    first = ask(CHANGES, first=1)["data"]["changes"]["pageInfo"]["endCursor"]
    last = last_cursor(ask)
    models.Change.objects.update(happened_at=timezone.now() - timedelta(days=400))
    retention.delete_expired()

    assert code(ask(CHANGES, after=first)) == "CURSOR_EXPIRED"
    assert nodes(ask(CHANGES, after=last)) == []
    assert nodes(ask(CHANGES)) == []
    assert ask(CHANGES)["data"]["changes"]["lastCursor"] is None


def test_a_page_has_bounds(publish: Publish, ask: Ask) -> None:
    assert "errors" in ask(CHANGES, first=101)
    assert "errors" in ask(CHANGES, first=-1)


def test_a_key_that_is_being_replaced_still_reads_cursors(settings: Any) -> None:
    cursor = cursors.make_cursor(1, 5)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "une autre clé"

    assert cursors.read_cursor(1, cursor) == 5


def test_tags_do_not_tell_of_what_kinds_hidden_entries_are(
    publish: Publish, ask: Ask, client: Client
) -> None:
    def read_tags() -> list[str]:
        asked = {"query": CHANGES, "variables": json.dumps({"after": since})}
        return client.get("/graphql/", asked)["Cache-Tag"].split(",")

    with act():
        publish(2024)
    since = last_cursor(ask)
    tags = read_tags()
    with act():
        publish(2023)
        models.Service.objects.create(name="Mano", slug="mano")
    an_hour_ago = timezone.now() - timedelta(hours=1)  # the schedule has not run since
    models.AnnualReportPage.objects.filter(year=2023).update(expire_at=an_hour_ago)
    models.Service.objects.update(expire_at=an_hour_ago)

    assert nodes(ask(CHANGES, after=since)) == []
    assert read_tags() == tags
    assert {"changes", "pages", "services"} <= {*tags}


def test_all_kinds_that_are_written_are_in_the_enum() -> None:
    old, new, later = State("1", {}), State("2", {}), State("3", {"withdrawn": [1]})
    corrected = State("4", {"corrections": 1})
    written = {
        Difference(Subject(kind, "k"), before, after).kind
        for kind in list_subject_kinds()
        for before, after in ((None, new), (old, new), (old, None), (old, later), (old, corrected))
    }

    assert written - {"SITE_WITHDRAWN"} == {kind.name for kind in ChangeKind}
    assert {kind for kind, _ in WEBHOOK_KINDS} == {kind.name for kind in ChangeKind}
