"""The days that the head of a column speaks of."""

import pytest

from reports.core.document.periods import read_period, read_span
from reports.core.document.table import Column


@pytest.mark.parametrize(
    ("heading", "start", "end"),
    [
        ("Year to June 2031", "2030-07-01", "2031-06-30"),
        ("Year ended 30 June 2031", "2030-07-01", "2031-06-30"),
        ("Year ended June 30, 2031", "2030-07-01", "2031-06-30"),
        ("12 months to December 2031", "2031-01-01", "2031-12-31"),
        ("Exercice clos le 30 septembre 2031", "2030-10-01", "2031-09-30"),
        ("2030-31 (juillet-juin)", "2030-07-01", "2031-06-30"),
        ("2030/31 (July to June)", "2030-07-01", "2031-06-30"),
        ("2030/31", "2030-04-01", "2031-03-31"),
        ("2030-2031", "2030-09-01", "2031-08-31"),
        ("January to June 2031", "2031-01-01", "2031-06-30"),
        ("Juillet-décembre 2031", "2031-07-01", "2031-12-31"),
        ("2031 (janvier à mars)", "2031-01-01", "2031-03-31"),
        ("Au 30 juin 2031", "2031-06-01", "2031-06-30"),
        ("Exercice 2031", "2031-01-01", "2031-12-31"),
        ("FY31 result", "2031-01-01", "2031-12-31"),
        ("FY30/31", "2030-04-01", "2031-03-31"),
    ],
)
def test_the_days_of_a_heading(heading, start, end):
    span = read_span(heading)
    assert span is not None
    assert tuple(map(str, span)) == (start, end)


@pytest.mark.parametrize(
    "heading", ["2030/31 (January to March)", "Year to June 2031, 2030", "Year to date", "Juin"]
)
def test_what_names_no_one_period(heading):
    assert read_span(heading) is None


def test_a_year_that_ends_in_february_knows_leap_years():
    assert str(read_span("Year to February 2032")[1]) == "2032-02-29"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Résultat national 2031", "result"),
        ("Résultat 2031", "result"),
        ("National 2031", None),
        ("Moyenne nationale 2031", None),
        ("Sector average 2031", None),
        ("Rang 2031", None),
    ],
)
def test_what_others_reached_is_no_result(heading, kind):
    period = read_period(Column(heading))
    assert (period and period.kind) == kind
