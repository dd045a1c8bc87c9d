"""What was published changes with an answer in public, whoever publishes; else it stays."""

import datetime
import json
from collections.abc import Mapping
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision, Site

from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import publication_context
from reports.content.visibility.perspective import Perspective
from reports.core.figure_addresses import parse_address
from reports.publishing.corrections.answers import (
    Answer,
    AnswersRefused,
    check_answers,
    save_answers,
)
from reports.publishing.corrections.gate import CorrectionsUnanswered
from reports.publishing.corrections.questions import WORDS, compare_with_latest
from reports.publishing.figure_addresses import resolve_address
from reports.publishing.models import Correction, EarlierStatement, ReportVersion
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.publishing.corrections.bodies import (
    AGENTS,
    FACTS,
    STARTUPS,
    USERS,
    indicator_table,
    key_figures,
    paragraph,
)
from tests.reports.publishing.corrections.conftest import CORRECTED, FIRST, draft

pytestmark = pytest.mark.django_db


def answer(revision: Revision, kind: str = "correction", sentence: str = "") -> None:
    """Answer all that a revision changes."""
    comparison = compare_with_latest(revision.as_object())
    assert comparison
    given = {each.key: Answer(kind, sentence or each.sentence) for each in comparison.questions}
    save_answers(revision, comparison.version, check_answers(comparison.questions, given), None)


def read_cell(page: AnnualReportPage) -> str:
    """Return the figure that the public has now."""
    body = AnnualReportPage.objects.get(pk=page.pk).body.get_prep_value()
    cell: str = body[1]["value"]["table"]["rows"][0]["cells"][1]
    return cell


def test_a_correction_is_recorded_with_its_version(page: AnnualReportPage) -> None:
    revision = draft(page, *CORRECTED)
    answer(revision, sentence="L’enquête comptait deux fois les réponses en double.")
    revision.publish()
    [correction] = Correction.objects.select_related("version")
    assert correction.version.number == 2
    assert correction.compared_with == 1
    assert (correction.before, correction.after) == ("77\xa0%", "78\xa0%")
    assert correction.kind == "correction"
    assert correction.sentence == "L’enquête comptait deux fois les réponses en double."


def test_a_correction_has_the_address_of_its_figure(page: AnnualReportPage) -> None:
    perspective = Perspective(Site.objects.get())
    with publication_context(reason="Une erreur."):
        draft(page, *CORRECTED).publish()
        draft(page, *CORRECTED[:2], paragraph("Sans chiffres clés.", id=FACTS)).publish()

    changed, removed, *words = Correction.objects.select_related("version").order_by(
        "version", "order"
    )

    assert parse_address(str(changed.address)) == changed.address
    assert resolve_address(changed.address, perspective).text == changed.after
    assert (removed.address.version, removed.version.number) == (2, 3)
    assert resolve_address(removed.address, perspective).text == "Plus de 160 startups"
    assert [each.address for each in words] == [None] * len(words)


def test_a_figure_does_not_change_without_an_answer(page: AnnualReportPage) -> None:
    revision = draft(page, *CORRECTED)
    with pytest.raises(CorrectionsUnanswered, match="1 changement depuis la version publiée"):
        revision.publish()
    assert read_cell(page) == "77 %"
    assert ReportVersion.objects.count() == 1
    assert not Correction.objects.exists()


def test_a_report_that_is_first_published_or_unchanged_asks_nothing(page: AnnualReportPage) -> None:
    draft(page, *FIRST).publish()
    assert ReportVersion.objects.count() == 1


def test_answers_hold_for_their_revision_alone(page: AnnualReportPage) -> None:
    answer(draft(page, *CORRECTED))
    with pytest.raises(CorrectionsUnanswered):
        draft(page, *CORRECTED).publish()


def test_answers_hold_for_the_version_that_was_compared(page: AnnualReportPage) -> None:
    """The version between has the same new words: beside it, the answers would be complete."""
    held = draft(page, paragraph("Une année."), *CORRECTED[1:])
    answer(held)
    between = draft(page, paragraph("Une année."), *FIRST[1:])
    answer(between)
    between.publish()
    with pytest.raises(CorrectionsUnanswered):
        held.publish()


def test_an_old_revision_asks_too(page: AnnualReportPage) -> None:
    first = page.live_revision
    corrected = draft(page, *CORRECTED)
    answer(corrected)
    corrected.publish()
    with pytest.raises(CorrectionsUnanswered):
        first.publish()
    answer(first)
    first.publish()
    assert [c.after for c in Correction.objects.order_by("version")] == ["78\xa0%", "77\xa0%"]


def test_a_command_gives_its_reason(page: AnnualReportPage) -> None:
    with publication_context(reason="Nouvelle source"):
        draft(page, *CORRECTED).publish()
    assert [c.sentence for c in Correction.objects.all()] == ["Nouvelle source"]
    assert ReportVersion.objects.get(number=2).reason == "Nouvelle source"


def test_code_that_saves_without_asking_is_public_all_the_same(page: AnnualReportPage) -> None:
    page.body = json.dumps(list(CORRECTED))
    page.save()
    [correction] = Correction.objects.all()
    assert correction.sentence == ("Utilisateurs, Résultats 2024\xa0: 78\xa0% au lieu de 77\xa0%")


def test_words_alone_are_a_typo(page: AnnualReportPage) -> None:
    revision = draft(page, paragraph("Une année."), *FIRST[1:])
    comparison = compare_with_latest(revision.as_object())
    assert comparison
    [question] = comparison.questions
    assert (question.key, question.kind) == (WORDS, "typo")
    answer(revision, "typo")
    revision.publish()
    [correction] = Correction.objects.all()
    assert (correction.kind, correction.block, correction.before) == ("typo", "", "")


def test_a_title_that_changes_is_asked_about(page: AnnualReportPage) -> None:
    with pytest.raises(CorrectionsUnanswered):
        draft(page, *FIRST, hero_title="Une autre année").publish()


def test_what_changes_while_it_is_hidden_is_asked_about_and_told_when_it_shows(
    page: AnnualReportPage,
) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    revision = draft(page, *CORRECTED)
    with pytest.raises(CorrectionsUnanswered):
        revision.publish()
    answer(revision, sentence="Corrigé pendant la relecture.")
    revision.publish()
    assert not Correction.objects.exists()
    restriction.delete()
    assert [c.sentence for c in Correction.objects.all()] == ["Corrigé pendant la relecture."]


def test_a_scheduled_correction_is_published_at_its_hour(page: AnnualReportPage) -> None:
    revision = schedule(draft(page, *CORRECTED))
    answer(revision)
    call_command("publish_scheduled")
    assert read_cell(page) == "78 %"


def test_a_schedule_that_another_version_overtook_is_held(
    page: AnnualReportPage, mailoutbox: Any
) -> None:
    revision = schedule(draft(page, *CORRECTED))
    answer(revision)
    between = draft(page, FIRST[0], FIRST[1], key_figures((31, "Plus de", "170", "startups")))
    answer(between)
    between.publish()
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1)
    )
    call_command("publish_scheduled")
    assert read_cell(page) == "77 %"
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def schedule(revision: Revision) -> Revision:
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()
    return revision


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Dites si c’est"),
        ({"kind": "autre", "sentence": "Non."}, "Dites si c’est"),
        ({"kind": "correction", "sentence": "  "}, "Écrivez la phrase"),
        ({"kind": "correction", "sentence": "x" * 301}, "plus de 300 caractères"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    page: AnnualReportPage, given: Mapping[str, str], words: str
) -> None:
    comparison = compare_with_latest(draft(page, *CORRECTED).as_object())
    assert comparison
    answers = {each.key: Answer(**given) for each in comparison.questions if given}
    with pytest.raises(AnswersRefused, match=words):
        check_answers(comparison.questions, answers)


def test_ids_that_are_too_long_stop_no_publication(page: AnnualReportPage) -> None:
    """Stored JSON may have any: an import, or a form that was made by hand."""
    long = "x" * 150
    with publication_context(reason="Un autre bloc."):
        draft(page, *FIRST, {**key_figures(STARTUPS), "id": long}).publish()
    assert Correction.objects.get().block == long[:100]


def test_series_keep_what_the_version_before_stated(page: AnnualReportPage) -> None:
    changed = (
        FIRST[0],
        indicator_table((*USERS[:3], "78 %", "80 %"), (*AGENTS[:3], "21", "15")),
        key_figures(STARTUPS),
    )
    revision = draft(page, *changed)
    comparison = compare_with_latest(revision.as_object())
    assert comparison
    kinds = {"77\xa0%": "correction", "12": "typo"}
    answers = {
        each.key: Answer(kinds[each.change.before], each.sentence)
        for each in comparison.questions
        if each.change
    }
    save_answers(revision, comparison.version, answers, None)
    revision.publish()
    rows = EarlierStatement.objects.order_by("indicator").values_list("indicator", "raw", "is_typo")
    assert list(rows) == [("agents", "12", True), ("utilisateurs", "77 %", False)]
    assert {row.version.number for row in EarlierStatement.objects.all()} == {1}


@pytest.mark.parametrize("number", [1, 2])
def test_withdrawing_a_version_erases_its_words_from_corrections(
    page: AnnualReportPage, number: int, django_user_model: Any
) -> None:
    for body in (CORRECTED, FIRST):
        revision = draft(page, *body)
        answer(revision)
        revision.publish()
    withdraw_version(ReportVersion.objects.get(number=number), "La loi.", None)
    erased = {c.version.number for c in Correction.objects.filter(sentence="", before="", after="")}
    assert erased == ({2} if number == 1 else {2, 3})
    assert Correction.objects.count() == 2, "that something changed stays"
    assert not EarlierStatement.objects.filter(version__number=number).exists()


def test_a_correction_is_not_deleted_with_its_page(page: AnnualReportPage) -> None:
    revision = draft(page, *CORRECTED)
    answer(revision)
    revision.publish()
    page.delete()
    assert Correction.objects.count() == 1
