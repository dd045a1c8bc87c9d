"""Formats dates of the graph in French."""

import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format

DAY = "j F Y"
FIRST_DAY = r"1\e\r F Y"  # of all days of a month, the first alone is an ordinal


def format_day(day: datetime.date) -> str:
    """Return a day: « 3 mars 2025 », « 1er mars 2025 »."""
    return date_format(day, FIRST_DAY if day.day == 1 else DAY)


def format_moment(when: datetime.datetime) -> str:
    """Return a moment to the minute: « 3 mars 2025 à 10:30 »."""
    moment = timezone.localtime(when)
    return f"{format_day(moment)} à {date_format(moment, 'H:i')}"


def iso_date(value: str | None) -> str:
    """Return the day of a date and time of the graph: « 3 mars 2025 »."""
    when = parse_datetime(value) if value else None
    return format_day(timezone.localtime(when)) if when else ""


def plain_date(value: str) -> str:
    """Return a date of the graph as « 3 mars 2025 »."""
    return format_day(datetime.date.fromisoformat(value))


def iso_moment(value: str | None) -> str:
    """Return a date and time of the graph to the minute: « 3 mars 2025 à 10:30 »."""
    when = parse_datetime(value) if value else None
    return format_moment(when) if when else ""


def iso_seconds(value: str) -> str:
    """Return a date and time of the graph to the second, because HTML has no microseconds."""
    when = parse_datetime(value)
    return when.isoformat(timespec="seconds") if when else ""
