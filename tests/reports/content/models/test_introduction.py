"""The introduction of a page is cleaned and bounded like the texts of its body."""

import pytest
from django.core.exceptions import ValidationError

from reports.content.models import AnnualReportPage, HomePage, ReportIndexPage
from reports.content.validation import lengths

KINDS = (HomePage, ReportIndexPage, AnnualReportPage)


def clean(kind: type, html: str) -> str:
    page = kind(title="Page", introduction=html)
    others = [field.name for field in page._meta.fields if field.name != "introduction"]
    page.clean_fields(exclude=others)
    return page.introduction


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_link_to_the_admin_is_taken_out(kind):
    html = '<p>Voir <a href="http://127.0.0.1:8000/admin/pages/10/edit/#_ftn1">[1]</a>.</p>'

    assert clean(kind, html) == "<p>Voir [1].</p>"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_is_too_long_is_refused(kind):
    with pytest.raises(ValidationError) as refusal:
        clean(kind, "x" * (lengths.MAX_RICH_TEXT_CHARACTERS + 1))

    assert "50\u202f000 au plus" in refusal.value.messages[0]
