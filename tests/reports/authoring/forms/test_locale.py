"""The editor reads figures in the language of the report that is edited."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from reports.authoring.forms.page_forms import PageForm, ReportForm
from reports.content.models import AnnualReportPage, Observation, User
from reports.core.figures.locale import Locale, current_locale
from reports.publishing.models import EarlierStatement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("posted", "expected"),
    [
        ({}, Locale("en", "GBP")),
        ({"language": "fr"}, Locale("fr", "GBP")),
        ({"language": "en", "currency": "USD"}, Locale("en", "USD")),
    ],
)
def test_a_posted_form_is_read_in_its_language(
    posted: dict[str, str], expected: Locale, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Locale] = []
    monkeypatch.setattr(PageForm, "full_clean", lambda form: seen.append(current_locale()))
    form = object.__new__(ReportForm)
    form.instance, form.data, form.prefix = (
        AnnualReportPage(language="en", currency="GBP"),
        posted,
        None,
    )

    form.full_clean()

    assert seen == [expected]
    assert current_locale() == Locale()


def test_the_editor_says_what_is_understood_in_each_language(client: Client) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    asked = [
        {"raw": "133,000"},
        {"raw": "133,000", "language": "en", "currency": "GBP"},
        {"raw": "$5", "language": "en", "currency": "GBP"},
        {"raw": "$5", "language": "en", "currency": "USD"},
    ]
    answer = client.post(
        reverse("bilan_readings"), json.dumps(asked), content_type="application/json"
    )

    assert [reading["spoken"] for reading in answer.json()] == [
        "133,000 (nombre à virgule)",
        "133,000",
        "texte, aucun chiffre reconnu",
        "US$5",
    ]


@pytest.mark.parametrize("kind", [Observation, EarlierStatement])
def test_a_row_keeps_the_locale_and_the_head_that_its_expression_is_read_by(
    kind: type[Observation] | type[EarlierStatement],
) -> None:
    row = kind(
        raw="1,234",
        read_as=None,
        language="en",
        currency="GBP",
        reading_edition=1,
        heading="In £m",
    )
    french = kind(raw="1,234", language="fr", currency="EUR", reading_edition=1, heading="")

    assert (row.figure.value, row.figure.text) == (1_234_000_000, "£1,234\u00a0million")
    assert str(french.figure.value) == "1.234"


@pytest.mark.parametrize("kind", [Observation, EarlierStatement])
@pytest.mark.parametrize(("edition", "value"), [(1, None), (2, -1250)])
def test_a_row_is_read_by_the_edition_that_it_keeps(
    kind: type[Observation] | type[EarlierStatement], edition: int, value: int | None
) -> None:
    row = kind(
        raw="(1 250)", language="fr", currency="EUR", reading_edition=edition, heading="Écart"
    )

    assert row.figure.value == value
