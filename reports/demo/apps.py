"""The configuration of the Django app `reports.demo`."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The Django app that loads the demonstration: its site, reports and accounts."""

    name = "reports.demo"
    label = "reports_demo"
    verbose_name = "Démonstration"
