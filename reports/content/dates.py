"""Formats days and times in French, in the time zone of the service."""

import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

DAY = "j F Y"
FIRST_DAY = r"1\e\r F Y"  # of all days of a month, the first alone is an ordinal


def format_day(when: datetime.date) -> str:
    """Return a day: « 3 mars 2025 », « 1er mars 2025 »."""
    day = localtime(when) if isinstance(when, datetime.datetime) else when
    return date_format(day, FIRST_DAY if day.day == 1 else DAY)


def format_moment(when: datetime.datetime) -> str:
    """Return a moment to the minute: « 1er mars 2025 à 10:30 »."""
    return f"{format_day(when)} à {date_format(localtime(when), 'H:i')}"
