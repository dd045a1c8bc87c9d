"""Dates of the graph in French."""

import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format


def iso_date(value: str | None) -> str:
    """A date and time of the graph as a day: « 3 mars 2025 »."""
    when = parse_datetime(value) if value else None
    return date_format(timezone.localtime(when), "j F Y") if when else ""


def plain_date(value: str) -> str:
    """A date of the graph: « 3 mars 2025 »."""
    return date_format(datetime.date.fromisoformat(value), "j F Y")


def iso_moment(value: str | None) -> str:
    """A date and time of the graph to the minute: « 3 mars 2025 à 10:30 »."""
    when = parse_datetime(value) if value else None
    return date_format(timezone.localtime(when), "j F Y à H:i") if when else ""


def iso_seconds(value: str) -> str:
    """A date and time of the graph, to the second: HTML knows no microseconds."""
    when = parse_datetime(value)
    return when.isoformat(timespec="seconds") if when else ""
