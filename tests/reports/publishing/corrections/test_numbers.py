"""A number that changes within a sentence is asked about as a correction."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.content.models import AnnualReportPage, User
from reports.publishing.corrections.number_changes import compare_numbers
from reports.publishing.corrections.questions import WORDS, compare_with_latest
from reports.publishing.models import Correction
from tests.reports.publishing.corrections.bodies import paragraph
from tests.reports.publishing.corrections.conftest import FIRST, draft

WAS, IS = "Nous suivons 16 services.", "Nous suivons 219 services."


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (WAS, IS, [("16", "219")]),
        ("En 2024, 1 200 agents.", "En 2024, 1 300 agents.", [("1 200", "1 300")]),
        ("En 2024, 1\u202f200 agents.", "En 2024, 1 200 agents.", []),
        ("De 16 à 17.", "De 18 à 19.", [("16", "18"), ("17", "19")]),
        (WAS, "Nous suivons donc 16 services.", []),
        ("Un an.", IS, []),
        (WAS, "Nous suivons des services.", []),
    ],
)
def test_numbers_that_gave_way(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    assert list(compare_numbers({"a": before}, {"a": after})) == changes


@pytest.fixture
def told(page: AnnualReportPage) -> AnnualReportPage:
    """A report that is public with a number in a sentence; `Un an.` is code's correction of it."""
    page.body = json.dumps([paragraph(WAS), *FIRST[1:]])
    page.save()
    page.refresh_from_db()
    Correction.objects.all().delete()
    return page


def ask(page: AnnualReportPage, *body: Any) -> str:
    """Return the page that asks about a new draft."""
    draft(page, *body)
    client = Client()
    client.force_login(User.objects.create_superuser("super"))
    return client.get(reverse("bilan_corrections", args=[page.pk])).content.decode()


def test_an_author_is_asked_about_a_correction(told: AnnualReportPage) -> None:
    html = ask(told, paragraph(IS), *FIRST[1:])
    told.refresh_from_db()
    comparison = compare_with_latest(told.get_latest_revision_as_object())
    assert comparison
    assert [each.key for each in comparison.questions] == [WORDS]
    assert "<del>16</del>" in html
    assert "<ins>219</ins>" in html
    assert 'value="219 au lieu de 16"' in html
    [checked] = [line for line in html.split("<input") if "checked" in line and "radio" in line]
    assert 'value="correction"' in checked


def test_other_words_are_a_typo_still(told: AnnualReportPage) -> None:
    html = ask(told, paragraph("Nous suivons bien 16 services."), *FIRST[1:])
    [checked] = [line for line in html.split("<input") if "checked" in line and "radio" in line]
    assert 'value="typo"' in checked
    assert "Corrections de forme" in html


def test_code_that_asks_nobody_makes_no_correction_of_it(told: AnnualReportPage) -> None:
    told.body = json.dumps([paragraph(IS), *FIRST[1:]])
    told.save()
    [made] = Correction.objects.all()
    assert (made.kind, made.sentence) == ("typo", "Corrections de forme")
