"""The front matter sets the fields of the page; a value that no field has is refused."""

import datetime

import pytest

from reports.content.models import AnnualReportPage
from reports.core.refusal import Refusal

pytestmark = pytest.mark.django_db

TEXT = "---\ntitle: Bilan 2024\n{}\n---\n\nMots.\n"


def imported(import_file, *lines: str, **options) -> AnnualReportPage:
    import_file(TEXT.format("\n".join(lines)), **options)
    return AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()


def test_fields_are_set(import_file):
    page = imported(
        import_file,
        "date: 2025-01-31",
        "language: en",
        "introduction: '**Un** mot'",
        "seo_title: Pour les moteurs",
        "search_description: Description",
    )
    assert page.report_date == datetime.date(2025, 1, 31)
    assert (page.language, page.introduction) == ("en", "<p><b>Un</b> mot</p>")
    assert (page.seo_title, page.search_description) == ("Pour les moteurs", "Description")


def test_a_key_that_is_not_there_leaves_the_field(import_file):
    imported(import_file, "introduction: Un.", "language: de", "date: '2025-01-31'")
    page = imported(import_file, "seo_title: x", replace=True)
    assert (page.introduction, page.language) == ("<p>Un.</p>", "de")
    page = imported(import_file, "introduction: ''", "date: ''", replace=True)
    assert (page.introduction, page.report_date) == ("", None)


def test_an_empty_title_for_readers_is_none(import_file):
    assert imported(import_file, "hero_title: ''").hero_title == ""


@pytest.mark.parametrize(
    "line",
    [
        "language: xx",
        "language: [fr]",
        "introduction: [a]",
        "introduction: {a: b}",
        'introduction: "\\ud800"',
        'introduction: "\\0"',
        "introduction: 'Un</div>'",
        'introduction: \'<!-- bilan: {"type": "heading"} -->\'',
        f"introduction: '{'a' * 50_001}'",
        f"seo_title: '{'a' * 256}'",
        'search_description: "\\ud800"',
        "image: [x.png]",
        "document: {x: y}",
    ],
)
def test_a_value_that_no_field_has_is_refused(import_file, line):
    with pytest.raises(Refusal, match=r"bilan\.md, ligne \d"):
        imported(import_file, line)
    assert not AnnualReportPage.objects.exists()


def test_scripts_in_the_introduction_are_taken_out(import_file):
    page = imported(import_file, "introduction: 'Un <a href=\"javascript:x()\">mot</a>'")
    assert "javascript" not in page.introduction
