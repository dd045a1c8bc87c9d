"""What closes a place that nobody fills: the draft, or a key that the server keeps."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.authoring.models import RollForward
from reports.authoring.rollforward.expected_fields import Closing
from reports.authoring.rollforward.new_report import roll_forward
from reports.authoring.rollforward.progress import list_open_tasks
from reports.checks.admin.explorer import get_current_summary
from reports.checks.models import CheckSummary
from reports.content.models import AnnualReportPage, User
from tests.reports.authoring.rollforward.conftest import list_fields

Close = Callable[..., int]


@pytest.fixture
def page(source: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=roll_forward(source, 2025).report_id)


@pytest.fixture
def close(page: AnnualReportPage, people: dict[str, User], client: Client) -> Close:
    """Closes a key as an editor; returns the status of the answer."""
    client.force_login(people["redaction"])

    def post(key: str, **more: str) -> int:
        url = reverse("bilan_remaining_close", args=[page.pk])
        return client.post(url, {"key": key, **more}).status_code

    return post


def keys(page: AnnualReportPage) -> dict[str, Closing]:
    return {task.key: task.closing for task in list_open_tasks(latest(page)).remaining}


def latest(page: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def rewrite(page: AnnualReportPage, change: Callable[[dict[str, Any]], object]) -> None:
    """Saves a draft in which the blocks, by their kind, were changed."""
    draft = latest(page)
    body = list(draft.body.raw_data)
    change({block["type"]: block["value"] for block in body})
    draft.body = json.dumps(body)
    draft.save_revision()


def test_each_place_says_how_it_is_closed(page: AnnualReportPage) -> None:
    ways = [task.closing for task in list_open_tasks(page).remaining]
    fill, remove, clear, reread = Closing.FILL, Closing.REMOVE, Closing.CLEAR, Closing.REREAD
    assert ways == [reread, reread, fill, fill, fill, fill, remove, remove, clear, remove]


def test_a_hole_is_closed_by_the_draft_alone(page: AnnualReportPage, close: Close) -> None:
    before = keys(page)
    closed = {key for key in before if close(key) == 200}
    by_draft = {key for key, way in before.items() if way in (Closing.FILL, Closing.REMOVE)}
    assert closed == set(before) - by_draft
    assert len(by_draft) == 7
    assert close("autre") == 409
    assert set(keys(page)) >= by_draft


def test_it_is_opened_again(page: AnnualReportPage, close: Close) -> None:
    assert close("introduction") == 200
    assert "introduction" not in keys(page)
    assert close("introduction", reopen="1") == 200
    assert "introduction" in keys(page)


def test_no_fact_is_closed_torn(page: AnnualReportPage, close: Close) -> None:
    (key,) = (key for key, way in keys(page).items() if way is Closing.CLEAR)

    def say(words: str) -> Callable[[dict[str, Any]], None]:
        def change(draft: dict[str, Any]) -> None:
            draft["comparison_cards"]["cards"][0]["value"]["growth"]["after"] = words

        return change

    rewrite(page, say("d’agents"))
    assert close(key) == 200
    assert key in keys(page)
    rewrite(page, say(""))
    assert key not in keys(page)


def test_a_value_that_was_kept_is_read_again(page: AnnualReportPage, close: Close) -> None:
    rewrite(page, lambda draft: first_cell(draft, "6 mois"))
    key = next(field.key for field in list_fields(latest(page)) if field.value == "6 mois")
    roll = RollForward.objects.get()
    roll.expected.pop(key)
    roll.unchanged = {key: "6 mois"}
    roll.save()
    assert keys(page)[key] is Closing.REREAD
    assert close(key) == 200
    assert key not in keys(page)
    close(key, reopen="1")
    rewrite(page, lambda draft: first_cell(draft, "5 mois"))
    assert key not in keys(page)
    rewrite(page, lambda draft: first_cell(draft, ""))
    assert keys(page)[key] is Closing.FILL
    assert close(key) == 200, "it is kept that it was read"
    assert key in keys(page), "but a hole stays one"


def first_cell(draft: dict[str, Any], raw: str) -> None:
    draft["indicator_table"]["table"]["rows"][0]["cells"][2] = raw


def test_what_is_closed_is_told_in_listings(page: AnnualReportPage, close: Close) -> None:
    before = get_current_summary(page).unfilled
    close("introduction")
    kept = CheckSummary.objects.get(report=page)
    assert (kept.unfilled, kept.expected) == (before - 1, before)


@pytest.mark.needs_app("reports.exchange")
def test_the_file_of_an_import_stands_for_itself(
    page: AnnualReportPage, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    from django.core.management import call_command

    file = tmp_path / "2025.md"
    file.write_text("---\ntitle: Bilan 2025\n---\n\n## Résultats\n\nNous avons aidé.\n")
    call_command("import_report", str(file), year=2025, replace=True, publish=True)
    fresh = AnnualReportPage.objects.get(pk=page.pk)
    assert fresh.live
    assert fresh.introduction == ""
    assert keys(page) == {}


def test_a_figure_alone_does_not_fill_a_fact_that_had_words(page: AnnualReportPage) -> None:
    def say(figure: str, after: str) -> None:
        def change(draft: dict[str, Any]) -> None:
            facts = draft["key_figures"]["groups"][0]["value"]["facts"]
            facts[0]["value"] |= {"figure": figure, "after": after}

        rewrite(page, change)

    def fields() -> list[str]:
        facts = latest(page).body.raw_data
        (block,) = (each for each in facts if each["type"] == "key_figures")
        id = block["value"]["groups"][0]["value"]["facts"][0]["id"]
        return [task.field for task in list_open_tasks(latest(page)).remaining if task.near == id]

    assert fields() == ["figure"]
    say("40", "")
    assert fields() == ["after"]
    say("40", "équipes en janvier 2026")
    assert fields() == []
