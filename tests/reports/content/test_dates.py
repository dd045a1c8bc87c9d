"""Days in French: the first of a month is « 1er », wherever the admin names one."""

import datetime
from pathlib import Path

import pytest
from django.template import Context, Template

import reports
from reports.content.dates import format_day, format_moment

UTC = datetime.UTC


@pytest.mark.parametrize(
    ("day", "words"), [(1, "1er décembre 2026"), (2, "2 décembre 2026"), (11, "11 décembre 2026")]
)
def test_the_first_day_alone_is_an_ordinal(day: int, words: str) -> None:
    assert format_day(datetime.date(2026, 12, day)) == words


def test_a_moment_is_told_in_the_time_of_the_service() -> None:
    late = datetime.datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert format_moment(late) == "1er décembre 2026 à 00:30"
    assert format_day(late) == "1er décembre 2026"


def test_templates_say_the_same_and_nothing_of_no_day() -> None:
    template = Template("{% load french_dates %}{{ at|day }}, {{ at|moment }}, {{ none|day }}.")
    at = datetime.datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
    shown = template.render(Context({"at": at, "none": None}))
    assert shown == "1er décembre 2026, 1er décembre 2026 à 10:05, ."


def test_no_template_writes_a_day_by_itself() -> None:
    sources = list(Path(reports.__file__).parent.rglob("*.html"))
    assert len(sources) > 50
    assert [path.name for path in sources if '"j F' in path.read_text("utf-8")] == []
    assert [path.name for path in sources if '"j N' in path.read_text("utf-8")] == []
