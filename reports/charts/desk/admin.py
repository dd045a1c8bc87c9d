"""Where charts are at work in the admin."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.telepath import register

from reports.blocks.figures import ChartBlock
from reports.charts.desk import views
from reports.charts.desk.adapter import ChartBlockAdapter


def urls() -> Sequence[URLPattern]:
    return [path("bilan/graphique/", views.chart, name="bilan_chart")]


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", urls)
    register(ChartBlockAdapter(), ChartBlock)
