"""Registers the preview of charts in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.telepath import register

from reports.content.blocks.figures import ChartBlock
from reports.content.charts.admin import views
from reports.content.charts.admin.adapter import ChartBlockAdapter


def admin_urls() -> Sequence[URLPattern]:
    return [path("bilan/graphique/", views.chart_feedback, name="bilan_chart")]


def register_hooks() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", admin_urls)
    register(ChartBlockAdapter(), ChartBlock)
