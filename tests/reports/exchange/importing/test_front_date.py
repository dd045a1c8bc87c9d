"""The date of the front matter is read in the forms that people write; another is a finding."""

import datetime

import pytest

from reports.content.models import AnnualReportPage
from reports.core.figures.locale import Locale, use_locale
from reports.exchange.importing.front_date import read_date

TEXT = "---\ntitle: Bilan 2024\ndate: {}\n---\n\nMots.\n"
DAY = datetime.date(2024, 11, 4)


@pytest.mark.parametrize(
    "written",
    [
        "2024-11-4",
        "2024-11-04",
        "2024-11-4T9:30",
        "2024-11-4T09:30:00",
        "2024-11-4T09:30:00Z",
        "2024-11-04T09:30:00.123+02:00",
        "2024-11-4T09:30:00 +0200",
        "2024-11-4 9:30",
        "2024/11/4",
        "2024.11.04",
        "04/11/2024",
        "4/11/2024",
        "04.11.2024",
        "04-11-2024",
        "04/11/2024 à 9h30",
        "4 novembre 2024",
        "4 nov. 2024",
        "lundi 4 novembre 2024",
        "le 4 novembre 2024 à 9h30",
        "4 November 2024",
        "4th November 2024",
        "November 4, 2024",
        "Monday, November 4th, 2024",
    ],
)
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert read_date(written) == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er août 2024", datetime.date(2024, 8, 1)),
        ("31 decembre 2024", datetime.date(2024, 12, 31)),
        ("29/02/2024", datetime.date(2024, 2, 29)),
    ],
)
def test_months_are_known_without_accents(written: str, day: datetime.date) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "hier",
        "2024",
        "2024-11",
        "2024-13-4",
        "2023-02-29",
        "2024-11-04-01",
        "04/11/24",
        "31/11/2024",
        "4 brumaire 2024",
        "4 jui 2024",
        "novembre 2024",
        "4 novembre",
        "entre le 4 novembre 2024 et le 5 novembre 2024",
        "4 novembre 2024" + " " * 100,
        20241104,
        ["2024-11-04"],
        None,
    ],
)
def test_what_is_no_day_is_none(written: object) -> None:
    assert read_date(written) is None


def test_numbers_of_an_english_report_leave_no_choice() -> None:
    with use_locale(Locale.from_fields({"language": "en"})):
        assert read_date("04/11/2024") is None  # in April or in November
        assert read_date("31/11/2024") is None
        assert read_date("30/11/2024") == datetime.date(2024, 11, 30)
        assert read_date("11/30/2024") == datetime.date(2024, 11, 30)
        assert read_date("11/11/2024") == datetime.date(2024, 11, 11)
        assert read_date("2024-11-04") == DAY


def read_report() -> AnnualReportPage:
    return AnnualReportPage.objects.get(year=2024).get_latest_revision_as_object()


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["2024-11-4T09:30:00", "4 novembre 2024", "2024-11-04"])
def test_the_report_has_the_date(import_file, written: str) -> None:
    outcome = import_file(TEXT.format(written))
    assert read_report().report_date == DAY
    assert outcome.notices == []


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["hier", "2024-13-41", "[2024]", "2024-02-30"])
def test_a_date_that_cannot_be_read_is_a_finding(import_file, written: str) -> None:
    outcome = import_file(TEXT.format(written))
    message = f"date du bilan « {written} » : l’import ne sait pas la lire ; laissée de côté."
    assert [str(notice) for notice in outcome.notices] == [message]
    assert read_report().report_date is None
    assert outcome.checked["warnings"] == 1


@pytest.mark.django_db
def test_a_date_that_cannot_be_read_leaves_the_one_of_the_report(import_file) -> None:
    import_file(TEXT.format("2024-11-4"))
    import_file(TEXT.format("hier"), replace=True)
    assert read_report().report_date == DAY
