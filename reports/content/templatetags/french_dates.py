"""Template filters that write days and times in French."""

import datetime

from django import template

from reports.content.dates import format_day, format_moment

register = template.Library()


@register.filter
def day(when: datetime.date | None) -> str:
    """Return « 1er mars 2025 », or nothing where there is no day."""
    return format_day(when) if when else ""


@register.filter
def moment(when: datetime.datetime | None) -> str:
    """Return « 1er mars 2025 à 10:30 », or nothing where there is no moment."""
    return format_moment(when) if when else ""
