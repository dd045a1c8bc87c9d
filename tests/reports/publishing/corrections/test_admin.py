"""Publishing from the admin asks, once, why published words and figures change; nothing is lost."""

import datetime
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.content.models import AnnualReportPage, User
from reports.publishing.corrections.questions import WORDS
from reports.publishing.models import Correction, CorrectionAnswers, ReportVersion
from tests.reports.checks.conftest import draft, own_rules, people, save_draft
from tests.reports.checks.edit_form import build_form

__all__ = ["draft", "own_rules", "people"]

ASKED = "Ce qui change pour les lecteurs"
ANSWERS = {f"{WORDS}-kind": "typo", f"{WORDS}-sentence": "Une faute d’accord."}

Draft = Callable[..., AnnualReportPage]


@pytest.fixture
def page(draft: Draft) -> AnnualReportPage:
    made = draft("Un an.")
    made.get_latest_revision().publish()
    return read_again(made)


@pytest.fixture
def approver(people: dict[str, User]) -> Client:
    return sign_in(people["validation"])


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read_again(page: AnnualReportPage) -> AnnualReportPage:
    return AnnualReportPage.objects.get(pk=page.pk)


def read_text(page: AnnualReportPage) -> str:
    return str(read_again(page).body[0].value["text"].source)


def edit(client: Client, page: AnnualReportPage, text: str, **more: str) -> Any:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, build_form(text) | more, follow=True)


def questions_url(page: AnnualReportPage) -> str:
    return reverse("bilan_corrections", args=[page.pk])


def read_compared(page: AnnualReportPage) -> str:
    version = ReportVersion.objects.get(report_key=page.translation_key)
    return f"{read_again(page).latest_revision_id}-{version.pk}"


def answer(client: Client, page: AnnualReportPage, query: str = "", **more: str) -> Any:
    data = {"compared": read_compared(page), **ANSWERS, **more}
    return client.post(questions_url(page) + query, data, follow=True)


def test_the_form_asks_before_it_publishes(page: AnnualReportPage, approver: Client) -> None:
    shown = edit(approver, page, "Une année.", **{"action-publish": "true"})
    assert ASKED in shown.content.decode()
    assert "Un an." in read_text(page)
    assert "Une année." in str(
        read_again(page).get_latest_revision_as_object().body[0].value["text"].source
    )
    told = answer(approver, page).content.decode()
    assert "est publié" in told
    assert re.search(rf'<a href="{page.url}"[^>]*>\s*Voir la page', told)
    assert "Une année." in read_text(page)
    [correction] = Correction.objects.all()
    assert (correction.kind, correction.sentence) == ("typo", "Une faute d’accord.")


def test_a_typo_is_answered_already(page: AnnualReportPage, approver: Client) -> None:
    """One click more than before: the button of the page that asks."""
    save_draft(page, "Une année.")
    html = approver.get(questions_url(page)).content.decode()
    assert 'value="typo" id="id_words-kind_1" checked' in " ".join(html.split())
    assert 'value="Corrections de forme"' in html


def test_a_sentence_that_is_missing_is_asked_for_again(
    page: AnnualReportPage, approver: Client
) -> None:
    save_draft(page, "Une année.")
    shown = answer(approver, page, **{f"{WORDS}-sentence": "  ", f"{WORDS}-kind": "correction"})
    html = shown.content.decode()
    assert "Écrivez la phrase que les lecteurs liront." in html
    assert 'value="correction" id="id_words-kind_0" checked' in " ".join(html.split())
    assert "Un an." in read_text(page)
    assert not Correction.objects.exists()


def test_answers_about_another_draft_publish_nothing(
    page: AnnualReportPage, approver: Client
) -> None:
    save_draft(page, "Une année.")
    compared = read_compared(page)
    save_draft(page, "Deux années.")
    shown = answer(approver, page, compared=compared)
    assert "a changé entre-temps" in shown.content.decode()
    assert "Un an." in read_text(page)


def test_answers_are_kept_where_the_checks_refuse(page: AnnualReportPage, approver: Client) -> None:
    save_draft(page, "Une FAUTE.")
    answer(approver, page)
    assert "Un an." in read_text(page)
    kept = CorrectionAnswers.objects.get().answers[WORDS]
    assert kept == {"kind": "typo", "sentence": "Une faute d’accord."}
    assert "Une faute d’accord." in approver.get(questions_url(page)).content.decode()


def test_a_choice_of_pages_is_refused_with_the_way_to_the_questions(
    page: AnnualReportPage, draft: Draft, approver: Client
) -> None:
    save_draft(page, "Une année.")
    other = draft("Autre.", year=2023)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    shown = approver.post(
        f"{url}?id={page.pk}&id={other.pk}&next=/admin/", {"include_descendants": ""}, follow=True
    )
    assert f'href="{questions_url(page)}"' in shown.content.decode()
    assert not read_again(other).live
    assert "Un an." in read_text(page)


def test_a_schedule_asks_when_it_is_made(page: AnnualReportPage, approver: Client) -> None:
    later = (timezone.now() + datetime.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    more = {"action-publish": "true", "go_live_at": later}
    assert ASKED in edit(approver, page, "Une année.", **more).content.decode()
    assert read_again(page).scheduled_revision is None
    assert "à l’heure dite" in answer(approver, page).content.decode()
    assert read_again(page).scheduled_revision is not None
    assert "Un an." in read_text(page)


def test_the_last_approval_asks_and_keeps_the_words_of_whoever_approves(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    changed = save_draft(page, "Une année.")
    changed.get_workflow().start(changed, people["redaction"])
    approve(approver, page, "Bien relu.")
    assert read_again(page).current_workflow_task.name == "Validation"
    shown = approve(approver, page, "Bien vu.")
    assert ASKED in shown.content.decode()
    assert "Bien vu." in shown.content.decode()
    answer(approver, page, "?acte=approuver", comment="Bien vu.")
    assert "Une année." in read_text(page)
    assert read_again(page).current_workflow_state is None


def approve(client: Client, page: AnnualReportPage, comment: str) -> Any:
    state = read_again(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(url, {"comment": comment}, follow=True)


def test_the_dialog_of_the_last_approval_asks_too(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    """One dialog: the answers travel with the words to the team."""
    changed = save_draft(page, "Une année.")
    changed.get_workflow().start(changed, people["redaction"])
    approve(approver, page, "")
    state = read_again(page).current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "approve", state.pk]
    )
    shown = approver.get(url).json()["html"]
    assert 'name="words-sentence" value="Corrections de forme"' in shown
    modal = {"x-requested-with": "XMLHttpRequest"}
    blank = {"comment": "", **ANSWERS, "words-sentence": " "}
    refused = approver.post(url, blank, headers=modal).json()
    assert "Écrivez chaque phrase que les lecteurs liront." in refused["html"]
    sent = approver.post(url, {"comment": "Vu.", **ANSWERS}, headers=modal).json()
    more = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps(sent["cleaned_data"]),
    }
    edit(approver, page, "Une année.", **more)
    assert "Une année." in read_text(page)
    assert [c.sentence for c in Correction.objects.all()] == ["Une faute d’accord."]


def test_wagtails_dialog_is_told_where_to_go(
    page: AnnualReportPage, approver: Client, people: dict[str, User]
) -> None:
    changed = save_draft(page, "Une année.")
    changed.get_workflow().start(changed, people["redaction"])
    approve(approver, page, "")
    state = read_again(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    shown = approver.post(url, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert shown.json()["redirect"] == f"{questions_url(page)}?acte=approuver"


def test_an_editor_who_may_not_publish_is_asked_nothing(
    page: AnnualReportPage, people: dict[str, User]
) -> None:
    save_draft(page, "Une année.")
    editor = sign_in(people["redaction"])
    for query in ("", "?acte=approuver"):
        assert ASKED not in editor.get(questions_url(page) + query, follow=True).content.decode()
        answer(editor, page, query)
    assert "Un an." in read_text(page)
