"""Draws the charts of public reports when these are saved."""

from django.db.models.signals import post_save

from reports.content.charts.prerender import draw_published
from reports.content.models import AnnualReportPage


def connect() -> None:
    post_save.connect(draw_published, sender=AnnualReportPage, dispatch_uid="reports.charts")
